using Daytwo.Admission.Policies;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Expressions;

/// <summary>Conditions that must all be true. One that is false ends the matter, whatever errors others had.</summary>
internal sealed class MatchConditions(Composition composition, IReadOnlyList<MatchCondition> conditions, FailurePolicy failurePolicy)
{
    /// <summary>What all conditions of a policy or webhook together may cost.</summary>
    public const long CostBudget = 2_500_000;

    public CompiledExpression[] Expressions { get; } = [.. conditions.Select(c => CompiledExpression.Compile(composition.Environment, c.Expression, TypeNames.Bool))];

    /// <summary>Whether the conditions hold.</summary>
    /// <param name="input">Without a namespace: conditions do not see it.</param>
    /// <param name="cost">Is raised by what they cost.</param>
    public ConditionsResult Evaluate(in PolicyInput input, ref long cost, CancellationToken cancellation)
    {
        if (Expressions.Length == 0)
        {
            return ConditionsResult.Hold;
        }

        var run = new PolicyRun(composition, input with { Namespace = CelValue.Null }, cancellation);
        var result = Evaluate(run);
        cost += run.TotalCost;
        return result;
    }

    private ConditionsResult Evaluate(PolicyRun run)
    {
        List<string>? errors = null;
        var budget = CostBudget;
        string? failed = null;
        for (var i = 0; i < Expressions.Length; i++)
        {
            var evaluation = run.Evaluate(Expressions[i], ref budget);
            if (evaluation.IsOverBudget)
            {
                return Error(evaluation.Error!);
            }

            if (evaluation.Error is { } error)
            {
                (errors ??= []).Add(error);
            }
            else if (failed is null && evaluation.Value is { Kind: CelKind.Bool, AsBool: false })
            {
                failed = conditions[i].Name;
            }
        }

        return failed is not null ? new(false, failed, null) : errors is null ? ConditionsResult.Hold : Error(Aggregate.Text(errors));
    }

    private ConditionsResult Error(string error) => failurePolicy == FailurePolicy.Fail ? new(false, null, error) : new(false, null, null) { Ignored = error };
}
