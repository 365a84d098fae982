using Daytwo.Admission.Matching;
using Daytwo.Admission.Params;
using Daytwo.Admission.Policies;

namespace Daytwo.Admission.Validating;

/// <summary>A binding, made ready.</summary>
internal sealed class ValidatingBinding(ValidatingAdmissionPolicyBinding binding, ParamKind? kind)
{
    public string Name { get; } = binding.Metadata.Name;

    public IReadOnlyList<ValidationAction> Actions { get; } = binding.Spec.ValidationActions;

    /// <summary>Null: everything its policy matches.</summary>
    public RequestMatcher? Matcher { get; } = binding.Spec.MatchResources is null ? null : new RequestMatcher(binding.Spec.MatchResources);

    public ParamLookup Params { get; } = new(kind, binding.Spec.ParamRef);
}
