namespace Daytwo.Webhooks.Replicas;

/// <summary>The times of a replica's own Lease.</summary>
public sealed record ReplicaTimes
{
    public static ReplicaTimes Default { get; } = new();

    /// <summary>How often it is renewed.</summary>
    public TimeSpan Renew { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For how long after its last renewal a replica counts as live.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>After how long a Lease left by a replica that died is deleted.</summary>
    public TimeSpan Forget { get; init; } = TimeSpan.FromHours(1);

    /// <summary>When what the API refused is tried again.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(1);
}
