namespace Daytwo.Crds.Backups.Status;

/// <summary>The run that ended well last, and the snapshot it made.</summary>
public sealed record LastSuccess
{
    /// <summary>Identity of the run and of its snapshot.</summary>
    public string? Id { get; init; }

    /// <summary>Name of the EtcdSnapshot.</summary>
    public string? Snapshot { get; init; }

    /// <summary>The time the schedule named. Absent for a one-off.</summary>
    public DateTimeOffset? ScheduledTime { get; init; }

    /// <summary>When the snapshot was begun: the data is of no earlier time.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the snapshot was stored and had passed the verification asked for.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>When the stored copy was last verified.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>How long the successful attempt took, such as 12.3s.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The etcd revision the snapshot contains.</summary>
    public long? Revision { get; init; }

    /// <summary>Number of keys, as etcdutl snapshot status counts.</summary>
    public long? TotalKeys { get; init; }

    /// <summary>Size of the etcd database in bytes.</summary>
    public long? DatabaseBytes { get; init; }

    /// <summary>Size in the store in bytes, after compression and encryption.</summary>
    public long? StoredBytes { get; init; }

    /// <summary>Name of the etcd member that served the snapshot.</summary>
    public string? Member { get; init; }
}
