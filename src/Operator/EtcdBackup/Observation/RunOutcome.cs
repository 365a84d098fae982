namespace Daytwo.Operator.EtcdBackup.Observation;

/// <summary>How an attempt ended.</summary>
internal abstract record RunOutcome
{
    private RunOutcome()
    {
    }

    /// <param name="Snapshot">What the store now holds.</param>
    /// <param name="Duration">How long the attempt took.</param>
    /// <param name="Concern">What is wrong with the source all the same, and what to do; null when nothing.</param>
    public sealed record Succeeded(StoredSnapshot Snapshot, TimeSpan Duration, string? Concern = null) : RunOutcome;

    /// <param name="Reason">A reason of conditions.</param>
    /// <param name="Message">What failed, where, and what to do.</param>
    /// <param name="Final">Whether another attempt of this run cannot succeed.</param>
    public sealed record Failed(string Reason, string Message, bool Final = false) : RunOutcome;
}
