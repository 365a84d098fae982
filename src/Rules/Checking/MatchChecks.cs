using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules.Rendering;

namespace Daytwo.Rules.Checking;

/// <summary>A rule that names what is never matched would do nothing there, and its author must know.</summary>
internal static class MatchChecks
{
    private const string Selector = "spec.match.namespaceSelector";

    public static IEnumerable<RuleFinding> Of(RuleMatch match) => Resources(match).Concat(Namespaces(match.NamespaceSelector));

    private static IEnumerable<RuleFinding> Resources(RuleMatch match) =>
        from rule in match.ResourceRules.Index()
        from @group in rule.Item.ApiGroups
        from resource in rule.Item.Resources.Index()
        where AlwaysExcluded.Contains(@group, resource.Item)
        select RuleChecks.Error(
            $"spec.match.resourceRules[{rule.Index}].resources[{resource.Index}]",
            $"'{resource.Item}' of the API group '{@group}' is never matched, so that no rule can lock anyone out: remove it, or write a ValidatingAdmissionPolicy of your own");

    private static IEnumerable<RuleFinding> Namespaces(LabelSelector? selector)
    {
        if (selector?.MatchLabels?.GetValueOrDefault(AlwaysExcluded.NamespaceNameLabel) is { } only && AlwaysExcluded.Namespaces.Contains(only))
        {
            yield return RuleChecks.Error($"{Selector}.matchLabels", NeverMatched(only) + ": the rule would match nothing; choose other namespaces");
        }

        foreach (var (index, requirement) in (selector?.MatchExpressions ?? []).Index())
        {
            if (requirement is not { Key: AlwaysExcluded.NamespaceNameLabel, Operator: "In", Values: { } values })
            {
                continue;
            }

            foreach (var excluded in values.Where(AlwaysExcluded.Namespaces.Contains))
            {
                var field = $"{Selector}.matchExpressions[{index}].values";
                yield return values.All(AlwaysExcluded.Namespaces.Contains)
                    ? RuleChecks.Error(field, NeverMatched(excluded) + ": the rule would match nothing; choose other namespaces")
                    : RuleChecks.Warning(field, NeverMatched(excluded) + ": the rule holds in the other namespaces only");
            }
        }
    }

    private static string NeverMatched(string ns) => $"requests in the namespace '{ns}' are never matched, so that no rule can lock anyone out";
}
