namespace Daytwo.Kubernetes.Objects;

/// <summary>One requirement on labels, as <c>metav1.LabelSelectorRequirement</c>.</summary>
public sealed record LabelSelectorRequirement
{
    public string Key { get => field ?? ""; init; }

    /// <summary><c>In</c>, <c>NotIn</c>, <c>Exists</c> or <c>DoesNotExist</c>.</summary>
    public string Operator { get => field ?? ""; init; }

    public IReadOnlyList<string>? Values { get; init; }

    /// <exception cref="FormatException">The operator is none of the four.</exception>
    public bool Matches(IReadOnlyDictionary<string, string>? labels)
    {
        string? value = null;
        var present = labels is not null && labels.TryGetValue(Key, out value);
        return Operator switch
        {
            "In" => present && Contains(value!),
            "NotIn" => !present || !Contains(value!),
            "Exists" => present,
            "DoesNotExist" => !present,
            _ => throw Unknown(),
        };
    }

    /// <summary>As it stands in a <c>labelSelector</c> query parameter.</summary>
    /// <exception cref="FormatException">The operator is none of the four.</exception>
    public string ToQuery() => Operator switch
    {
        "In" => $"{Key} in ({string.Join(',', Values ?? [])})",
        "NotIn" => $"{Key} notin ({string.Join(',', Values ?? [])})",
        "Exists" => Key,
        "DoesNotExist" => "!" + Key,
        _ => throw Unknown(),
    };

    private bool Contains(string value) => Values is not null && Values.Contains(value);

    private FormatException Unknown() =>
        new($"matchExpressions: operator \"{Operator}\" for key \"{Key}\" is not known; it is one of In, NotIn, Exists, DoesNotExist");
}
