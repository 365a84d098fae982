using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds.Writes;

/// <summary>Metadata of an object to create or apply: only what is set is sent.</summary>
public sealed record WriteMetadata
{
    public string? Name { get; init; }

    /// <summary>With an apply: the object meant. An apply with a UID never creates.</summary>
    public string? Uid { get; init; }

    /// <summary>With an apply: refuse when the object has another version by now.</summary>
    public string? ResourceVersion { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    public IReadOnlyList<string>? Finalizers { get; init; }

    public IReadOnlyList<OwnerReference>? OwnerReferences { get; init; }
}
