namespace Daytwo.Runtime.Queue;

/// <summary>What can happen to a work queue.</summary>
internal readonly record struct QueueInput<TKey>(QueueInputKind Kind, TKey Key, TimeSpan Delay, QueuePriority Priority)
    where TKey : notnull
{
    public static QueueInput<TKey> Elapsed => new(QueueInputKind.Elapsed, default!, default, default);

    public static QueueInput<TKey> Close => new(QueueInputKind.Close, default!, default, default);

    public static QueueInput<TKey> Add(TKey key, QueuePriority priority = QueuePriority.Normal, TimeSpan delay = default) =>
        new(QueueInputKind.Add, key, delay, priority);

    public static QueueInput<TKey> Hold(TKey key) => new(QueueInputKind.Hold, key, default, default);

    public static QueueInput<TKey> Done(TKey key) => new(QueueInputKind.Done, key, default, default);

    public static QueueInput<TKey> Again(TKey key, TimeSpan delay) => new(QueueInputKind.Again, key, delay, QueuePriority.Normal);

    public static QueueInput<TKey> Retry(TKey key) => new(QueueInputKind.Retry, key, default, QueuePriority.Normal);
}
