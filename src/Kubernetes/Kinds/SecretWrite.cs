using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>A Secret to create or apply. Its text form shows no data.</summary>
public sealed record SecretWrite(ObjectMetaWrite Metadata, IReadOnlyDictionary<string, byte[]> Data)
{
    public string ApiVersion { get; } = Secret.Resource.Type.ApiVersion;

    public string Kind { get; } = Secret.Resource.Type.Kind;

    /// <summary>Null for <c>Opaque</c>.</summary>
    public string? Type { get; init; }

    public override string ToString() => $"Secret {Metadata.Namespace}/{Metadata.Name}";
}
