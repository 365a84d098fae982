namespace Daytwo.Runtime.Informers;

/// <summary>Which objects an informer follows.</summary>
public sealed record InformerOptions
{
    /// <summary>The namespace; null for all.</summary>
    public string? Namespace { get; init; }

    public string? LabelSelector { get; init; }

    public string? FieldSelector { get; init; }

    /// <summary>Objects per page where the API offers no watch list.</summary>
    public int PageSize { get; init; } = 500;
}
