using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.Tests.EtcdBackup.Model;

/// <summary>An attempt under way in the model.</summary>
internal sealed class ModelAttempt
{
    public required string Id { get; init; }

    public required int Number { get; init; }

    /// <summary>By the clock that does not jump.</summary>
    public required TimeSpan StartedAt { get; init; }

    public required DateTimeOffset Begun { get; init; }

    public DateTimeOffset? ScheduledAt { get; init; }

    public RunOutcome? Outcome { get; set; }

    public Operator.EtcdBackup.Effects.Effect.CancelRun? Cancelled { get; set; }

    /// <summary>By the clock that does not jump.</summary>
    public TimeSpan CancelledAt { get; set; }

    public AttemptProgress? Progress { get; set; }

    public RunAttempt Seen(TimeSpan clock) => new(Id, Number, clock - StartedAt, Progress, Outcome, Cancelled is null ? null : clock - CancelledAt);
}
