namespace Daytwo.Kubernetes.Kinds;

public sealed record NodeSpec
{
    /// <summary>Whether the node is cordoned.</summary>
    public bool? Unschedulable { get; init; }

    [System.Text.Json.Serialization.JsonPropertyName("providerID")]
    public string? ProviderId { get; init; }
}
