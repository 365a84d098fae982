namespace Daytwo.Kubernetes.Objects;

/// <summary>Names an object, as <c>v1.ObjectReference</c>; what is null stays unsaid.</summary>
public sealed record ObjectReference
{
    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public string? Namespace { get; init; }

    public string? Name { get; init; }

    public string? Uid { get; init; }

    public string? ResourceVersion { get; init; }

    public string? FieldPath { get; init; }

    public static ObjectReference To(ResourceType type, ObjectMeta meta) => new()
    {
        ApiVersion = type.ApiVersion,
        Kind = type.Kind,
        Namespace = meta.Namespace,
        Name = meta.Name,
        Uid = meta.Uid,
        ResourceVersion = meta.ResourceVersion,
    };
}
