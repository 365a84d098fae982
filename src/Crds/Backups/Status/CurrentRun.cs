namespace Daytwo.Crds.Backups.Status;

/// <summary>A run under way.</summary>
public sealed record CurrentRun
{
    /// <summary>Identity of the run and of the snapshot it makes, derived from this object and the scheduled time.</summary>
    public string? Id { get; init; }

    /// <summary>The time the schedule named. Absent for a one-off.</summary>
    public DateTimeOffset? ScheduledTime { get; init; }

    /// <summary>When the first attempt was decided on.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The attempt under way, from 1.</summary>
    public int? Attempt { get; init; }

    /// <summary>When the next attempt starts. Absent while an attempt is under way.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Why the attempt before failed, in one CamelCase word.</summary>
    public string? LastFailureReason { get; init; }

    /// <summary>How far the attempt is.</summary>
    public RunProgress? Progress { get; init; }
}
