using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Discovery;

/// <summary>A resource that the API serves.</summary>
public sealed record DiscoveredResource(ResourceType Type)
{
    /// <summary>The name of one, such as <c>pod</c>; may be empty.</summary>
    public string Singular { get; init; } = "";

    public IReadOnlyList<string> ShortNames { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Verbs { get; init; } = [];

    /// <summary>Such as <c>status</c> and <c>scale</c>.</summary>
    public IReadOnlyList<string> Subresources { get; init; } = [];
}
