namespace Daytwo.Kubernetes.Kinds;

/// <summary>A port of endpoints.</summary>
public sealed record EndpointPort
{
    public string? Name { get; init; }

    public int? Port { get; init; }
}
