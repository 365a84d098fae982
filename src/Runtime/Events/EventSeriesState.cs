using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Events;

/// <summary>One event and its repeats so far.</summary>
internal sealed class EventSeriesState(Happening first, Tick now)
{
    public Happening First { get; } = first;

    public Happening Latest { get; set; } = first;

    public int Count { get; set; } = 1;

    public int WrittenCount { get; set; } = 1;

    public Tick LastAt { get; set; } = now;

    public Tick WrittenAt { get; set; } = now;
}
