using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Discovery;

/// <summary>An APIResourceList: the resources of one group version, subresources as <c>pods/status</c> among them.</summary>
internal sealed record ResourceListBody(IReadOnlyList<ResourceListBody.ListedResourceBody>? Resources)
{
    public IEnumerable<DiscoveredResource> ToResources(string groupVersion)
    {
        var (group, version) = groupVersion.Split('/') is [var g, var v] ? (g, v) : ("", groupVersion);
        var all = Resources ?? [];
        return all.Where(r => !r.Name.Contains('/', StringComparison.Ordinal)).Select(r =>
            new DiscoveredResource(new ResourceType(group, version, r.Name, r.Kind ?? "", r.Namespaced))
            {
                Singular = r.SingularName ?? "",
                ShortNames = r.ShortNames ?? [],
                Categories = r.Categories ?? [],
                Verbs = r.Verbs ?? [],
                Subresources = [.. all.Where(s => s.Name.StartsWith(r.Name + "/", StringComparison.Ordinal)).Select(s => s.Name[(r.Name.Length + 1)..])],
            });
    }

    internal sealed record ListedResourceBody
    {
        public string Name { get => field ?? ""; init; }

        public string? SingularName { get; init; }

        public bool Namespaced { get; init; }

        public string? Kind { get; init; }

        public IReadOnlyList<string>? Verbs { get; init; }

        public IReadOnlyList<string>? ShortNames { get; init; }

        public IReadOnlyList<string>? Categories { get; init; }
    }
}
