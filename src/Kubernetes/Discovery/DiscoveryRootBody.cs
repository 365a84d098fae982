namespace Daytwo.Kubernetes.Discovery;

/// <summary>What <c>/api</c> and <c>/apis</c> answer, in any of the three forms.</summary>
internal sealed record DiscoveryRootBody
{
    public string? Kind { get; init; }

    /// <summary>Of an APIGroupDiscoveryList.</summary>
    public IReadOnlyList<DiscoveryGroupBody>? Items { get; init; }

    /// <summary>Of an APIVersions.</summary>
    public IReadOnlyList<string>? Versions { get; init; }

    /// <summary>Of an APIGroupList.</summary>
    public IReadOnlyList<ListedGroupBody>? Groups { get; init; }

    /// <summary>The group versions named by the older forms, preferred first within a group.</summary>
    public IEnumerable<string> GroupVersions() => (Versions ?? []).Concat((Groups ?? []).SelectMany(InOrder));

    private static IEnumerable<string> InOrder(ListedGroupBody group)
    {
        var all = (group.Versions ?? []).Select(v => v.GroupVersion).OfType<string>();
        return group.PreferredVersion?.GroupVersion is { } preferred ? all.OrderBy(v => v != preferred) : all;
    }

    internal sealed record ListedGroupBody(IReadOnlyList<ListedVersionBody>? Versions, ListedVersionBody? PreferredVersion);

    internal sealed record ListedVersionBody(string? GroupVersion);
}
