namespace Daytwo.Runtime.Queue;

/// <summary>Keys whose time has not come: the earliest first.</summary>
internal readonly struct ByReadyAt<TKey> : IComparer<QueueEntry<TKey>> where TKey : notnull
{
    public int Compare(QueueEntry<TKey>? x, QueueEntry<TKey>? y) => x!.ReadyAt.CompareTo(y!.ReadyAt);
}
