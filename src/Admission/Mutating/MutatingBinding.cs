using Daytwo.Admission.Matching;
using Daytwo.Admission.Params;
using Daytwo.Admission.Policies;

namespace Daytwo.Admission.Mutating;

/// <summary>A binding, made ready.</summary>
internal sealed class MutatingBinding(MutatingAdmissionPolicyBinding binding, ParamKind? kind)
{
    public string Name { get; } = binding.Metadata.Name;

    /// <summary>Null: everything its policy matches.</summary>
    public RequestMatcher? Matcher { get; } = binding.Spec.MatchResources is null ? null : new RequestMatcher(binding.Spec.MatchResources);

    public ParamLookup Params { get; } = new(kind, binding.Spec.ParamRef);
}
