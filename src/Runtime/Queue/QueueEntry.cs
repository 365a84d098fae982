using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Queue;

/// <summary>One key the queue knows: waiting for its time, ready, worked on, held, or only remembered for its failures.</summary>
internal sealed class QueueEntry<TKey> : IHeapNode where TKey : notnull
{
    public TKey Key { get; set; } = default!;

    /// <summary>The position in the heap it is in; <see cref="QueueEntryState"/> tells which heap.</summary>
    public int HeapIndex { get; set; }

    public QueueEntryState State { get; set; }

    public QueuePriority Priority { get; set; }

    /// <summary>When it becomes, or became, ready.</summary>
    public Tick ReadyAt { get; set; }

    /// <summary>The order among ready keys: the time it became ready, plus the ageing time when it is only initial.</summary>
    public Tick Due { get; set; }

    /// <summary>Breaks ties first in, first out.</summary>
    public long Sequence { get; set; }

    public int Failures { get; set; }

    /// <summary>While worked on or held: when it is wanted next, by what was added meanwhile.</summary>
    public Tick? WantedAt { get; set; }

    public QueuePriority WantedPriority { get; set; }
}
