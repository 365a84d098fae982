using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Queue;

/// <summary>What a work queue asks for: work on this key, now, on a free worker.</summary>
/// <param name="ReadyAt">When the key became ready; from then until now it waited for a worker.</param>
/// <param name="Failures">How often in a row its work failed.</param>
internal readonly record struct QueueStart<TKey>(TKey Key, Tick ReadyAt, int Failures);
