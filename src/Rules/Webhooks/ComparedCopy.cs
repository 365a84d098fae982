using Daytwo.Crds;
using Daytwo.Crds.Admission;

namespace Daytwo.Rules.Webhooks;

/// <summary>
/// Copies of rules that a comparison of outlets puts beside the rules in force. They share no entry with others, and apiservers call theirs
/// for that comparison's requests only: whatever happens to the webhooks meanwhile, nobody else's requests wait or fail for them.
/// </summary>
public static class ComparedCopy
{
    /// <summary>The label that makes a rule such a copy; its value names the comparison.</summary>
    public const string Label = "daytwo.dev/compare";

    /// <summary>The first condition of a copy, which says which requests are the comparison's; null for other rules, and for a copy without one.</summary>
    public static RuleMatchCondition? Condition(AdmissionRule rule) =>
        rule.Metadata.Labels is { } labels && labels.ContainsKey(Label) && rule.Spec.Match.MatchConditions is [var first, ..] ? first : null;
}
