namespace Daytwo.Kubernetes.Objects;

/// <summary>Metadata as sent: what is null is not sent, so an apply owns only what is set here.</summary>
public sealed record ObjectMetaWrite
{
    public string? Name { get; init; }

    public string? Namespace { get; init; }

    /// <summary>With an apply: the object decided on. A missing or recreated object then answers Conflict and nothing is created.</summary>
    public string? Uid { get; init; }

    /// <summary>With a replace or apply: the version decided on, else Conflict.</summary>
    public string? ResourceVersion { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    public IReadOnlyList<string>? Finalizers { get; init; }

    public IReadOnlyList<OwnerReference>? OwnerReferences { get; init; }
}
