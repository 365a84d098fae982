namespace Daytwo.Runtime.Events;

/// <summary>What to write.</summary>
/// <param name="Count">1: create the event. More: it has occurred that often, update its series.</param>
internal readonly record struct SeriesOutput(Happening First, Happening Latest, int Count);
