namespace Daytwo.Crds.Backups.Status;

/// <summary>How far an attempt is; written now and then, not for every byte.</summary>
public sealed record RunProgress
{
    /// <summary>What is being done: Connecting, Transferring, Verifying or Finishing.</summary>
    public string? Step { get; init; }

    /// <summary>Bytes of the database received so far.</summary>
    public long? Bytes { get; init; }

    /// <summary>Bytes of the database in all, as etcd announced.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>When this was observed.</summary>
    public DateTimeOffset? ObservedAt { get; init; }
}
