namespace Daytwo.Runtime.Queue;

/// <summary>Ready keys: the earliest due first, then first in first out.</summary>
internal readonly struct ByDue<TKey> : IComparer<QueueEntry<TKey>> where TKey : notnull
{
    public int Compare(QueueEntry<TKey>? x, QueueEntry<TKey>? y)
    {
        var due = x!.Due.CompareTo(y!.Due);
        return due != 0 ? due : x.Sequence.CompareTo(y.Sequence);
    }
}
