using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Kubernetes.Objects;

/// <summary>The metadata the project reads; names and meaning as in Kubernetes' <c>metav1.ObjectMeta</c>.</summary>
/// <remarks>Read by <see cref="ObjectMetaConverter"/>: managed fields and kubectl's last-applied annotation are skipped, they only cost memory.</remarks>
[JsonConverter(typeof(ObjectMetaConverter))]
public sealed record ObjectMeta
{
    /// <summary>What an object without metadata is taken to have.</summary>
    public static ObjectMeta Empty { get; } = new();

    public string Name { get; init; } = "";

    public string? Namespace { get; init; }

    public string Uid { get; init; } = "";

    /// <summary>Opaque, but decimal and rising within one resource type; compare through <c>ResourceVersion</c>.</summary>
    public string ResourceVersion { get; init; } = "";

    public long Generation { get; init; }

    public DateTimeOffset? CreationTimestamp { get; init; }

    public DateTimeOffset? DeletionTimestamp { get; init; }

    public IReadOnlyList<string>? Finalizers { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    public IReadOnlyList<OwnerReference>? OwnerReferences { get; init; }
}
