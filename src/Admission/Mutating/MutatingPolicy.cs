using Daytwo.Admission.Expressions;
using Daytwo.Admission.Policies;
using Daytwo.Cel;

namespace Daytwo.Admission.Mutating;

/// <summary>A MutatingAdmissionPolicy with its bindings, compiled.</summary>
public sealed class MutatingPolicy : CompiledPolicy
{
    private MutatingPolicy(MutatingAdmissionPolicy policy, MutatingAdmissionPolicySpec spec, IReadOnlyList<MutatingAdmissionPolicyBinding> bindings)
        : base(policy.Metadata.Name, spec.MatchConstraints, spec.ParamKind, Composition.Of(spec.Variables, spec.ParamKind is not null), spec.MatchConditions, spec.FailurePolicy)
    {
        Spec = spec;
        var environment = Composition.Environment.WithMutations();
        Mutations = [.. spec.Mutations.Select(m => Compile(environment, m))];
        Bindings = [.. bindings.Select(b => new MutatingBinding(b, spec.ParamKind))];
        for (var i = 0; i < Mutations.Length; i++)
        {
            Told($"spec.mutations[{i}].{(spec.Mutations[i].PatchType == PatchType.JsonPatch ? "jsonPatch" : "applyConfiguration")}.expression", Mutations[i]);
        }
    }

    internal MutatingAdmissionPolicySpec Spec { get; }

    internal CompiledExpression[] Mutations { get; }

    internal MutatingBinding[] Bindings { get; }

    /// <summary>Compiles a policy. Never fails: what does not compile is told in <see cref="CompiledPolicy.Problems"/>, and by the verdicts.</summary>
    /// <param name="bindings">Its bindings; without any it changes nothing.</param>
    public static MutatingPolicy Compile(MutatingAdmissionPolicy policy, params IReadOnlyList<MutatingAdmissionPolicyBinding> bindings) => new(policy, policy.Spec, bindings);

    private static CompiledExpression Compile(CelEnvironment environment, Mutation mutation) => mutation.PatchType == PatchType.JsonPatch
        ? CompiledExpression.Compile(environment, mutation.JsonPatch?.Expression ?? "", "list(JSONPatch)")
        : CompiledExpression.Compile(environment, mutation.ApplyConfiguration?.Expression ?? "", "Object");
}
