using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Queue;

/// <param name="Workers">How many keys may be worked on at once.</param>
/// <param name="Backoff">The wait after failures.</param>
/// <param name="Ageing">How long a change overtakes the initial list; an initial key that waited longer goes before newer changes.</param>
internal sealed record QueueOptions(int Workers, Backoff Backoff, TimeSpan Ageing);
