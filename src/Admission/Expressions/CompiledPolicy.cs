using Daytwo.Admission.Matching;
using Daytwo.Admission.Policies;

namespace Daytwo.Admission.Expressions;

/// <summary>What validating and mutating policies have in common when compiled. Immutable, safe to share between threads; compiling is what costs.</summary>
public abstract class CompiledPolicy
{
    private readonly ToldExpressions _told = new();

    private protected CompiledPolicy(
        string name, MatchResources? constraints, ParamKind? paramKind, IReadOnlyList<Variable> variables, IReadOnlyList<MatchCondition> conditions, FailurePolicy failurePolicy)
    {
        Name = name;
        Matcher = constraints is null ? null : new RequestMatcher(constraints);
        Composition = Composition.Of(variables, paramKind is not null);
        Conditions = new MatchConditions(Composition, conditions, failurePolicy);
        var byName = Composition.Names.Zip(Composition.Variables).ToDictionary(v => v.First, v => v.Second);
        _told.AddAll("spec.matchConditions[{0}].expression", Conditions.Expressions);
        _told.AddAll("spec.variables[{0}].expression", [.. variables.Select(v => byName[v.Name])]);
    }

    public string Name { get; }

    /// <summary>Expressions that do not compile, with their fields and positions.</summary>
    public IReadOnlyList<CompileProblem> Problems => _told.Problems;

    /// <summary>Every expression, with its field and the type of its result.</summary>
    public IReadOnlyList<PolicyExpression> Expressions => _told.All;

    internal RequestMatcher? Matcher { get; }

    internal Composition Composition { get; }

    internal MatchConditions Conditions { get; }

    private protected void Told(string field, CompiledExpression expression) => _told.Add(field, expression);

    /// <param name="field">With <c>{0}</c> where the index stands.</param>
    private protected void Told(string field, IReadOnlyList<CompiledExpression?> expressions) => _told.AddAll(field, expressions);
}
