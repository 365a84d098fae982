namespace Daytwo.Runtime.Events;

/// <param name="Quiet">A series ends when its event did not occur for that long; the next time makes a new event.</param>
/// <param name="Refresh">Repeats are written at most that often.</param>
/// <param name="Capacity">How many series are remembered.</param>
internal sealed record SeriesOptions(TimeSpan Quiet, TimeSpan Refresh, int Capacity)
{
    /// <summary>Ends after 6 minutes, as client-go's; written every 20 s at most, so that people see the count move.</summary>
    public static SeriesOptions Default { get; } = new(TimeSpan.FromMinutes(6), TimeSpan.FromSeconds(20), 4096);
}
