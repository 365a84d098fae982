namespace Daytwo.Kubernetes.Requests;

/// <summary>Which objects to list, and how fresh. A default instance asks for everything, most recent, in one page.</summary>
public sealed record ListRequest
{
    /// <summary>The namespace; null for all.</summary>
    public string? Namespace { get; init; }

    public string? LabelSelector { get; init; }

    public string? FieldSelector { get; init; }

    /// <summary>The most objects in one page; 0 for no bound.</summary>
    public int Limit { get; init; }

    /// <summary>The token of the previous page; the other members must then stay as they were.</summary>
    public string? Continue { get; init; }

    /// <summary>Null for the most recent state, "0" for whatever the API has in its cache.</summary>
    public string? ResourceVersion { get; init; }

    public ResourceVersionMatch ResourceVersionMatch { get; init; }
}
