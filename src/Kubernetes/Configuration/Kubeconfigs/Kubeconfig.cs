namespace Daytwo.Kubernetes.Configuration.Kubeconfigs;

/// <summary>One kubeconfig, or several merged into one.</summary>
internal sealed record Kubeconfig
{
    public required string Name { get; init; }

    public string? CurrentContext { get; init; }

    public required IReadOnlyDictionary<string, Located<KubeconfigCluster>> Clusters { get; init; }

    public required IReadOnlyDictionary<string, Located<KubeconfigUser>> Users { get; init; }

    public required IReadOnlyDictionary<string, Located<KubeconfigContext>> Contexts { get; init; }

    /// <summary>As kubectl merges: whoever says something first is believed.</summary>
    public static Kubeconfig Merge(IReadOnlyList<Kubeconfig> files) => new()
    {
        Name = string.Join(Path.PathSeparator, files.Select(f => f.Name)),
        CurrentContext = files.Select(f => f.CurrentContext).FirstOrDefault(c => c is not null),
        Clusters = First(files.Select(f => f.Clusters)),
        Users = First(files.Select(f => f.Users)),
        Contexts = First(files.Select(f => f.Contexts)),
    };

    private static Dictionary<string, T> First<T>(IEnumerable<IReadOnlyDictionary<string, T>> maps)
    {
        var merged = new Dictionary<string, T>();
        foreach (var (name, value) in maps.SelectMany(m => m))
        {
            merged.TryAdd(name, value);
        }

        return merged;
    }
}
