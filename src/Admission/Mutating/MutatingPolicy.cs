using Daytwo.Admission.Expressions;
using Daytwo.Admission.Matching;
using Daytwo.Admission.Policies;
using Daytwo.Cel;

namespace Daytwo.Admission.Mutating;

/// <summary>A MutatingAdmissionPolicy with its bindings, compiled. Immutable, safe to share between threads; compiling is what costs.</summary>
public sealed class MutatingPolicy
{
    private readonly CompileProblems _problems = new();

    private MutatingPolicy(MutatingAdmissionPolicy policy, IReadOnlyList<MutatingAdmissionPolicyBinding> bindings)
    {
        var spec = policy.Spec;
        Name = policy.Metadata.Name;
        Spec = spec;
        Matcher = spec.MatchConstraints is null ? null : new RequestMatcher(spec.MatchConstraints);
        Composition = Composition.Of(spec.Variables, spec.ParamKind is not null);
        Conditions = new MatchConditions(Composition, spec.MatchConditions, spec.FailurePolicy);
        var environment = Composition.Environment.WithMutations();
        Mutations = [.. spec.Mutations.Select(m => Compile(environment, m))];
        Bindings = [.. bindings.Select(b => new MutatingBinding(b, spec.ParamKind))];
        CollectProblems();
    }

    public string Name { get; }

    /// <summary>Expressions that do not compile, with their fields and positions.</summary>
    public IReadOnlyList<CompileProblem> Problems => _problems.Found;

    internal MutatingAdmissionPolicySpec Spec { get; }

    internal RequestMatcher? Matcher { get; }

    internal Composition Composition { get; }

    internal MatchConditions Conditions { get; }

    internal CompiledExpression[] Mutations { get; }

    internal MutatingBinding[] Bindings { get; }

    /// <summary>Compiles a policy. Never fails: what does not compile is told in <see cref="Problems"/>, and by the verdicts.</summary>
    /// <param name="bindings">Its bindings; without any it changes nothing.</param>
    public static MutatingPolicy Compile(MutatingAdmissionPolicy policy, params IReadOnlyList<MutatingAdmissionPolicyBinding> bindings) => new(policy, bindings);

    private static CompiledExpression Compile(CelEnvironment environment, Mutation mutation) => mutation.PatchType == PatchType.JsonPatch
        ? CompiledExpression.Compile(environment, mutation.JsonPatch?.Expression ?? "", "list(JSONPatch)")
        : CompiledExpression.Compile(environment, mutation.ApplyConfiguration?.Expression ?? "", "Object");

    private void CollectProblems()
    {
        var byName = Composition.Names.Zip(Composition.Variables).ToDictionary(v => v.First, v => v.Second);
        _problems.AddAll("spec.matchConditions[{0}].expression", Conditions.Expressions);
        _problems.AddAll("spec.variables[{0}].expression", [.. Spec.Variables.Select(v => byName[v.Name])]);
        for (var i = 0; i < Mutations.Length; i++)
        {
            _problems.Add($"spec.mutations[{i}].{(Spec.Mutations[i].PatchType == PatchType.JsonPatch ? "jsonPatch" : "applyConfiguration")}.expression", Mutations[i]);
        }
    }
}
