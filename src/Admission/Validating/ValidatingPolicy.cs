using Daytwo.Admission.Expressions;
using Daytwo.Admission.Policies;

namespace Daytwo.Admission.Validating;

/// <summary>A ValidatingAdmissionPolicy with its bindings, compiled.</summary>
public sealed class ValidatingPolicy : CompiledPolicy
{
    private ValidatingPolicy(ValidatingAdmissionPolicy policy, ValidatingAdmissionPolicySpec spec, IReadOnlyList<ValidatingAdmissionPolicyBinding> bindings)
        : base(policy.Metadata.Name, spec.MatchConstraints, spec.ParamKind, CompositionOf(spec), spec.MatchConditions, spec.FailurePolicy)
    {
        Spec = spec;
        Validations = [.. spec.Validations.Select(v => CompiledExpression.Compile(Composition.Environment, v.Expression, TypeNames.Bool))];
        Messages = [.. spec.Validations.Select(v => v.MessageExpression.Length == 0 ? null : CompiledExpression.Compile(Composition.MessageEnvironment, v.MessageExpression, TypeNames.String))];
        Annotations = [.. spec.AuditAnnotations.Select(a => CompiledExpression.Compile(Composition.Environment, a.ValueExpression, TypeNames.String, TypeNames.Null))];
        Bindings = [.. bindings.Select(b => new ValidatingBinding(b, spec.ParamKind))];
        Told("spec.validations[{0}].expression", Validations);
        Told("spec.validations[{0}].messageExpression", Messages);
        Told("spec.auditAnnotations[{0}].valueExpression", Annotations);
    }

    internal ValidatingAdmissionPolicySpec Spec { get; }

    internal CompiledExpression[] Validations { get; }

    internal CompiledExpression?[] Messages { get; }

    internal CompiledExpression[] Annotations { get; }

    internal ValidatingBinding[] Bindings { get; }

    /// <summary>Compiles a policy. Never fails: what does not compile is told in <see cref="CompiledPolicy.Problems"/>, and by the verdicts.</summary>
    /// <param name="bindings">Its bindings; without any it decides nothing.</param>
    public static ValidatingPolicy Compile(ValidatingAdmissionPolicy policy, params IReadOnlyList<ValidatingAdmissionPolicyBinding> bindings) => new(policy, policy.Spec, bindings);

    private static Composition CompositionOf(ValidatingAdmissionPolicySpec spec) =>
        spec.Variables.Count == 0 ? Composition.Without(spec.ParamKind is not null) : Composition.Of(spec.Variables, spec.ParamKind is not null);
}
