namespace Daytwo.Kubernetes.Kinds;

/// <summary>One thing behind a Service.</summary>
public sealed record Endpoint
{
    /// <summary>Its addresses; they all reach the same.</summary>
    public IReadOnlyList<string>? Addresses { get; init; }
}
