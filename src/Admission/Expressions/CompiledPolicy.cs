using Daytwo.Admission.Matching;
using Daytwo.Admission.Policies;

namespace Daytwo.Admission.Expressions;

/// <summary>What validating and mutating policies have in common when compiled. Immutable, safe to share between threads; compiling is what costs.</summary>
public abstract class CompiledPolicy
{
    private readonly ToldExpressions _told = new();

    private protected CompiledPolicy(
        string name, MatchResources? constraints, ParamKind? paramKind, Composition composition, IReadOnlyList<MatchCondition> conditions, FailurePolicy failurePolicy)
    {
        Name = name;
        Matcher = constraints is null ? null : new RequestMatcher(constraints);
        Composition = composition;
        Conditions = new MatchConditions(Composition.Without(paramKind is not null), conditions, failurePolicy);
        _told.AddAll("spec.matchConditions[{0}].expression", Conditions.Expressions);
        _told.AddAll("spec.variables[{0}].expression", Composition.Written);
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
