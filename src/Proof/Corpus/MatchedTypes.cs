using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Discovery;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Proof.Corpus;

/// <summary>Which resources of an API a rule is about.</summary>
internal static class MatchedTypes
{
    /// <summary>Those that its resource rules name, subresources aside, each once; with wildcards what the API serves.</summary>
    public static IReadOnlyList<ResourceType> Of(RuleMatch match, ResourceCatalog catalog) =>
        [.. catalog.Resources.Where(resource => match.ResourceRules.Any(rule => Names(rule, resource.Type))).Select(resource => resource.Type).DistinctBy(type => (type.Group, type.Plural))];

    /// <summary>Whether the rule is about that operation on that resource.</summary>
    public static bool Has(RuleMatch match, ResourceType type, AdmissionOperation operation) =>
        match.ResourceRules.Any(rule => Names(rule, type) && (rule.Operations.Contains(operation) || rule.Operations.Contains(AdmissionOperation.Any)));

    private static bool Names(RuleResources rule, ResourceType type) =>
        Any(rule.ApiGroups, type.Group) && Any(rule.ApiVersions, type.Version) && (Any(rule.Resources, type.Plural) || rule.Resources.Contains("*/*"));

    private static bool Any(IReadOnlyList<string> patterns, string value) => patterns.Contains("*") || patterns.Contains(value);
}
