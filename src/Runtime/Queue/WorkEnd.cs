namespace Daytwo.Runtime.Queue;

/// <summary>How work on a key ended.</summary>
/// <param name="Input">Done, Again, Retry, or Hold.</param>
/// <param name="Held">Of Hold: called once the queue holds the key; it brings about the later <see cref="WorkQueue{TKey}.Release"/>.</param>
internal readonly record struct WorkEnd<TKey>(QueueInput<TKey> Input, Action? Held = null) where TKey : notnull;
