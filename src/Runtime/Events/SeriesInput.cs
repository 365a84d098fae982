namespace Daytwo.Runtime.Events;

/// <summary>What can happen to the series: an event occurred, or with null, time passed.</summary>
internal readonly record struct SeriesInput(Happening? Occurred);
