using Daytwo.Admission.Expressions;
using Daytwo.Admission.Matching;
using Daytwo.Admission.Policies;

namespace Daytwo.Admission.Validating;

/// <summary>A ValidatingAdmissionPolicy with its bindings, compiled. Immutable, safe to share between threads; compiling is what costs.</summary>
public sealed class ValidatingPolicy
{
    private readonly CompileProblems _problems = new();

    private ValidatingPolicy(ValidatingAdmissionPolicy policy, IReadOnlyList<ValidatingAdmissionPolicyBinding> bindings)
    {
        var spec = policy.Spec;
        Name = policy.Metadata.Name;
        Spec = spec;
        Matcher = spec.MatchConstraints is null ? null : new RequestMatcher(spec.MatchConstraints);
        Composition = Composition.Of(spec.Variables, spec.ParamKind is not null);
        Conditions = new MatchConditions(Composition, spec.MatchConditions, spec.FailurePolicy);
        Validations = [.. spec.Validations.Select(v => CompiledExpression.Compile(Composition.Environment, v.Expression, TypeNames.Bool))];
        Messages = [.. spec.Validations.Select(v => v.MessageExpression.Length == 0 ? null : CompiledExpression.Compile(Composition.MessageEnvironment, v.MessageExpression, TypeNames.String))];
        Annotations = [.. spec.AuditAnnotations.Select(a => CompiledExpression.Compile(Composition.Environment, a.ValueExpression, TypeNames.String, TypeNames.Null))];
        Bindings = [.. bindings.Select(b => new ValidatingBinding(b, spec.ParamKind))];
        CollectProblems();
    }

    public string Name { get; }

    /// <summary>Expressions that do not compile, with their fields and positions.</summary>
    public IReadOnlyList<CompileProblem> Problems => _problems.Found;

    internal ValidatingAdmissionPolicySpec Spec { get; }

    internal RequestMatcher? Matcher { get; }

    internal Composition Composition { get; }

    internal MatchConditions Conditions { get; }

    internal CompiledExpression[] Validations { get; }

    internal CompiledExpression?[] Messages { get; }

    internal CompiledExpression[] Annotations { get; }

    internal ValidatingBinding[] Bindings { get; }

    /// <summary>Compiles a policy. Never fails: what does not compile is told in <see cref="Problems"/>, and by the verdicts.</summary>
    /// <param name="bindings">Its bindings; without any it decides nothing.</param>
    public static ValidatingPolicy Compile(ValidatingAdmissionPolicy policy, params IReadOnlyList<ValidatingAdmissionPolicyBinding> bindings) => new(policy, bindings);

    private void CollectProblems()
    {
        var byName = Composition.Names.Zip(Composition.Variables).ToDictionary(v => v.First, v => v.Second);
        _problems.AddAll("spec.matchConditions[{0}].expression", Conditions.Expressions);
        _problems.AddAll("spec.variables[{0}].expression", [.. Spec.Variables.Select(v => byName[v.Name])]);
        _problems.AddAll("spec.validations[{0}].expression", Validations);
        _problems.AddAll("spec.validations[{0}].messageExpression", Messages);
        _problems.AddAll("spec.auditAnnotations[{0}].valueExpression", Annotations);
    }
}
