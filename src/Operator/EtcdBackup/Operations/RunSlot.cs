using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.EtcdBackup.Operations;

/// <summary>The attempt that an owner started last.</summary>
internal sealed class RunSlot(string id, int attempt, long startedAt, CancellationTokenSource cancellation)
{
    public string Id { get; } = id;

    public int Attempt { get; } = attempt;

    /// <summary>A timestamp of the time provider.</summary>
    public long StartedAt { get; } = startedAt;

    public CancellationTokenSource Cancellation { get; } = cancellation;

    public AttemptProgress? Progress { get; set; }

    public TimeSpan ProgressToldAt { get; set; } = TimeSpan.MinValue;

    public RunOutcome? Outcome { get; set; }

    /// <summary>As what it ends because it was told to stop.</summary>
    public RunOutcome.Failed? Cancelled { get; set; }

    /// <summary>When it was told so, as a timestamp of the time provider.</summary>
    public long CancelledAt { get; set; }

    public Task Work { get; set; } = Task.CompletedTask;

    public RunAttempt View(TimeProvider time) => new(Id, Attempt, time.GetElapsedTime(StartedAt), Progress, Outcome, Cancelled is null ? null : time.GetElapsedTime(CancelledAt));
}
