using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Rules.Expressions;

namespace Daytwo.Rules.Checking;

/// <summary>What match conditions cannot see.</summary>
internal static class ConditionChecks
{
    public static IEnumerable<RuleFinding> Of(RuleMatch match)
    {
        foreach (var (index, condition) in (match.MatchConditions ?? []).Index())
        {
            foreach (var finding in Unseen(condition.Expression, $"spec.match.matchConditions[{index}].expression"))
            {
                yield return finding;
            }
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
