namespace Daytwo.Crds.Backups.Status;

/// <summary>A run that has ended.</summary>
public sealed record LastRun
{
    /// <summary>Identity of the run.</summary>
    public string? Id { get; init; }

    /// <summary>The time the schedule named. Absent for a one-off.</summary>
    public DateTimeOffset? ScheduledTime { get; init; }

    /// <summary>When the first attempt was decided on.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the last attempt ended.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>How many attempts were made.</summary>
    public int? Attempts { get; init; }

    /// <summary>Succeeded or Failed.</summary>
    public RunResult? Result { get; init; }

    /// <summary>Why, in one CamelCase word.</summary>
    public string? Reason { get; init; }

    /// <summary>Why, and what to do about it.</summary>
    public string? Message { get; init; }
}
