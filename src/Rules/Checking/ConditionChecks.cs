using Daytwo.Crds;
using Daytwo.Crds.Admission.Status;
using Daytwo.Rules.Exceptions;
using Daytwo.Rules.Expressions;

namespace Daytwo.Rules.Checking;

/// <summary>What match conditions cannot see, and how many there may be.</summary>
internal static class ConditionChecks
{
    /// <summary>The API's own limit, without the two that policies have by themselves.</summary>
    private const int MaximumConditions = 64 - 2;

    public static IEnumerable<RuleFinding> Of(AdmissionRule rule, ExceptionSet exceptions)
    {
        var own = rule.Spec.Match.MatchConditions ?? [];
        foreach (var (index, condition) in own.Index())
        {
            foreach (var finding in Unseen(condition.Expression, $"spec.match.matchConditions[{index}].expression"))
            {
                yield return finding;
            }
        }

        if (own.Count + exceptions.Active.Count > MaximumConditions)
        {
            yield return RuleChecks.Error(
                "spec.match.matchConditions",
                $"{own.Count} conditions and {exceptions.Active.Count} exceptions are more than the {MaximumConditions} match conditions that a rule may have: "
                + "join exceptions that have the same owner and end, or delete some");
        }
    }

    private static IEnumerable<RuleFinding> Unseen(string expression, string field)
    {
        if (CelText.Mentions(expression, "namespaceObject"))
        {
            yield return RuleChecks.Error(
                field, "namespaceObject is always null in conditions: use spec.match.namespaceSelector, or write the condition into the validations as namespaceObject == null || …");
        }

        if (CelText.Mentions(expression, "variables"))
        {
            yield return RuleChecks.Error(field, "variables cannot be seen in conditions: write the expression out");
        }
    }
}
