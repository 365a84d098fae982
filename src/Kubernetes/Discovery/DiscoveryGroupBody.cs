using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Discovery;

/// <summary>A group of aggregated discovery.</summary>
internal sealed record DiscoveryGroupBody(DiscoveryGroupBody.MetadataBody? Metadata, IReadOnlyList<DiscoveryGroupBody.DiscoveredVersionBody>? Versions)
{
    internal sealed record MetadataBody(string? Name);

    internal sealed record DiscoveredVersionBody(string? Version, string? Freshness, IReadOnlyList<DiscoveredResourceBody>? Resources);

    internal sealed record DiscoveredKindBody(string? Kind);

    internal sealed record DiscoveredSubresourceBody(string? Subresource);

    internal sealed record DiscoveredResourceBody
    {
        public string? Resource { get; init; }

        public DiscoveredKindBody? ResponseKind { get; init; }

        public string? Scope { get; init; }

        public string? SingularResource { get; init; }

        public IReadOnlyList<string>? ShortNames { get; init; }

        public IReadOnlyList<string>? Categories { get; init; }

        public IReadOnlyList<string>? Verbs { get; init; }

        public IReadOnlyList<DiscoveredSubresourceBody>? Subresources { get; init; }

        public DiscoveredResource ToResource(string group, string version) =>
            new(new ResourceType(group, version, Resource ?? "", ResponseKind?.Kind ?? "", Scope == "Namespaced"))
            {
                Singular = SingularResource ?? "",
                ShortNames = ShortNames ?? [],
                Categories = Categories ?? [],
                Verbs = Verbs ?? [],
                Subresources = [.. (Subresources ?? []).Select(s => s.Subresource).OfType<string>()],
            };
    }
}
