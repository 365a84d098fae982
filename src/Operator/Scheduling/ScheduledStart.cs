namespace Daytwo.Operator.Scheduling;

/// <summary>One run of a schedule.</summary>
/// <param name="ScheduledFor">The time the schedule names; identifies the run.</param>
/// <param name="StartsAt">When it really starts, jitter added.</param>
internal readonly record struct ScheduledStart(DateTimeOffset ScheduledFor, DateTimeOffset StartsAt);
