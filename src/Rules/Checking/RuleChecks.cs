using Daytwo.Crds;
using Daytwo.Crds.Admission.Status;

namespace Daytwo.Rules.Checking;

/// <summary>What can be told of a rule by looking at it: why it cannot be served, and what may surprise.</summary>
internal static class RuleChecks
{
    /// <summary>Errors first; each names its field and what to do.</summary>
    public static IReadOnlyList<RuleFinding> Of(AdmissionRule rule) =>
        [.. MatchChecks.Of(rule.Spec.Match).Concat(ConditionChecks.Of(rule.Spec.Match)).Concat(MutationChecks.Of(rule.Spec)).Concat(OutletChecks.Of(rule.Spec)).OrderBy(finding => finding.Level)];

    public static RuleFinding Error(string field, string message) => new() { Level = FindingLevel.Error, Field = field, Message = message };

    public static RuleFinding Warning(string field, string message) => new() { Level = FindingLevel.Warning, Field = field, Message = message };
}
