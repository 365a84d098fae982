using Daytwo.Crds.Schema;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds.Backups.Status;

/// <summary>What is the case with a backup. Read and applied as a whole: everything is optional.</summary>
public sealed record EtcdBackupStatus
{
    /// <summary>The metadata.generation this status speaks of.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>
    /// Ready, Reconciling, Stalled, Degraded, RPOMet; Complete and Failed for a one-off. Wait with
    /// kubectl wait --for=condition=Ready.
    /// </summary>
    [ListType("map", "type")]
    public IReadOnlyList<Condition>? Conditions { get; init; }

    /// <summary>The run under way, recorded before anything is done for it, so that it is found again after a crash. Absent between runs.</summary>
    public CurrentRun? CurrentRun { get; init; }

    /// <summary>The run that ended last, well or badly.</summary>
    public LastRun? LastRun { get; init; }

    /// <summary>The run that ended well last.</summary>
    public LastSuccess? LastSuccess { get; init; }

    /// <summary>The scheduled time that was last acted on, by a run or by skipping it.</summary>
    public DateTimeOffset? LastScheduleTime { get; init; }

    /// <summary>When the next run starts, jitter included. Absent when none is to come.</summary>
    public DateTimeOffset? NextRunTime { get; init; }

    /// <summary>Failed runs since the last good one.</summary>
    public int? ConsecutiveFailures { get; init; }

    /// <summary>Scheduled times since creation that passed without a run.</summary>
    public long? MissedRuns { get; init; }

    /// <summary>What the store holds for this backup.</summary>
    public SnapshotSummary? Snapshots { get; init; }

    /// <summary>The store's address, such as s3://bucket/prefix.</summary>
    public string? Store { get; init; }
}
