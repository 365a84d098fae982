using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Rules.Expressions;

namespace Daytwo.Rules.Checking;

/// <summary>Mutations that plainly do something else when run twice, or when a rule is not enforced.</summary>
internal static class MutationChecks
{
    private const string Append = "/-";

    public static IEnumerable<RuleFinding> Of(AdmissionRuleSpec spec)
    {
        var mutations = spec.Mutations ?? [];
        if (mutations.Count > 0 && spec.Mode != RuleMode.Enforce)
        {
            yield return RuleChecks.Warning("spec.mode", $"mutations are not applied in mode {spec.Mode}, only in mode Enforce");
        }

        foreach (var (index, mutation) in mutations.Index())
        {
            if (mutation.JsonPatch is { } patch && AppendsAlways(patch.Expression) && spec.Match.MatchConditions is not { Count: > 0 })
            {
                yield return RuleChecks.Warning(
                    $"spec.mutations[{index}].jsonPatch.expression",
                    "it appends to a list (path ends in /-) whatever is there, so that running it twice, as on an update, appends twice: ask first whether the item is there, "
                    + "with a condition (… ? [] : […]) or in spec.match.matchConditions");
            }
        }
    }

    private static bool AppendsAlways(string expression) =>
        CelText.Strings(expression).Any(text => text.EndsWith(Append, StringComparison.Ordinal)) && !CelText.IsConditional(expression);
}
