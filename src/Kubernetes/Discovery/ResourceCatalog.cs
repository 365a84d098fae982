namespace Daytwo.Kubernetes.Discovery;

/// <summary>What the API serves. Groups and versions stand in the API's order of preference.</summary>
/// <param name="Problems">Groups and versions whose resources could not be learned, and why.</param>
public sealed record ResourceCatalog(IReadOnlyList<DiscoveredResource> Resources, IReadOnlyList<string> Problems)
{
    /// <summary>The resource whose objects say this apiVersion and kind.</summary>
    public DiscoveredResource? FindByKind(string apiVersion, string kind) =>
        Resources.FirstOrDefault(r => r.Type.ApiVersion == apiVersion && r.Type.Kind == kind);

    /// <summary>
    /// The resource a person means: plural, singular, short name or kind in any case, alone or with <c>.group</c> or
    /// <c>.version.group</c> behind it. Of several the first; full names win over short ones.
    /// </summary>
    public DiscoveredResource? FindByName(string name)
    {
        var text = name.ToLowerInvariant();
        return Resources.FirstOrDefault(r => Spellings(r, r.Type.Plural).Contains(text))
            ?? Resources.FirstOrDefault(r => Spellings(r, r.Singular).Contains(text) || Spellings(r, r.Type.Kind.ToLowerInvariant()).Contains(text))
            ?? Resources.FirstOrDefault(r => r.ShortNames.Any(s => Spellings(r, s).Contains(text)));
    }

    /// <summary>The resources of a category, such as <c>all</c>, each in its preferred version only.</summary>
    public IReadOnlyList<DiscoveredResource> InCategory(string category) =>
        [.. Resources.Where(r => r.Categories.Contains(category)).DistinctBy(r => (r.Type.Group, r.Type.Plural))];

    private static string[] Spellings(DiscoveredResource resource, string name) =>
        name.Length == 0 ? [] : [name, $"{name}.{resource.Type.Group}", $"{name}.{resource.Type.Version}.{resource.Type.Group}"];
}
