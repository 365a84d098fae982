namespace Daytwo.Kubernetes.Objects;

/// <summary>Selects objects by labels, as <c>metav1.LabelSelector</c>: all requirements must hold; an empty one selects everything.</summary>
public sealed record LabelSelector
{
    public IReadOnlyDictionary<string, string>? MatchLabels { get; init; }

    public IReadOnlyList<LabelSelectorRequirement>? MatchExpressions { get; init; }

    public bool Matches(IReadOnlyDictionary<string, string>? labels)
    {
        foreach (var (key, value) in MatchLabels ?? EmptyLabels)
        {
            if (labels is null || !labels.TryGetValue(key, out var actual) || actual != value)
            {
                return false;
            }
        }

        return MatchExpressions?.All(e => e.Matches(labels)) ?? true;
    }

    /// <summary>As the text of a <c>labelSelector</c> query parameter.</summary>
    public string ToQuery() => string.Join(',', [
        .. (MatchLabels ?? EmptyLabels).OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}"),
        .. (MatchExpressions ?? []).Select(e => e.ToQuery()),
    ]);

    private static readonly Dictionary<string, string> EmptyLabels = [];
}
