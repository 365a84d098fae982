namespace Daytwo.Operator.EtcdBackup.Observation;

/// <summary>One attempt of a run, in this process.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="Number">The attempt, from 1.</param>
/// <param name="Elapsed">How long it has been running, by a clock that does not jump.</param>
/// <param name="Progress">How far it is; null before the first report.</param>
/// <param name="Outcome">How it ended; null while it runs.</param>
/// <param name="CancellingFor">How long ago it was told to stop; null when it was not.</param>
internal sealed record RunAttempt(string Id, int Number, TimeSpan Elapsed, AttemptProgress? Progress, RunOutcome? Outcome, TimeSpan? CancellingFor)
{
    public bool IsRunning => Outcome is null;

    public bool Cancelling => CancellingFor is not null;
}
