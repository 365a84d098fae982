using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Queue;

/// <summary>
/// The order of work. Guarantees: a key added once or often is worked on once; a key is never worked on twice at the same
/// time; a key added while it is worked on is worked on again afterwards; a failed key comes back, later each time, for ever;
/// changes overtake the initial list, but only for the ageing time; a key whose time is set becomes ready exactly then.
/// </summary>
internal sealed class WorkQueueMachine<TKey>(QueueOptions options, IRandom random) : IMachine<QueueInput<TKey>, QueueStart<TKey>>
    where TKey : notnull
{
    private readonly Dictionary<TKey, QueueEntry<TKey>> _entries = [];
    private readonly IndexedHeap<QueueEntry<TKey>, ByReadyAt<TKey>> _waiting = new();
    private readonly IndexedHeap<QueueEntry<TKey>, ByDue<TKey>> _ready = new();
    private readonly Stack<QueueEntry<TKey>> _spare = new();
    private long _sequence;
    private bool _closed;

    /// <summary>Keys on a worker.</summary>
    public int Running { get; private set; }

    /// <summary>Keys ready for a worker.</summary>
    public int Ready => _ready.Count;

    /// <summary>Keys whose time has not come.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>How often a key became ready, since the start.</summary>
    public long Adds { get; private set; }

    /// <summary>How often a key went into back-off, since the start.</summary>
    public long Retries { get; private set; }

    public Tick? WakeAt => _closed || Running >= options.Workers ? null : _waiting.Top?.ReadyAt;

    public void Handle(in QueueInput<TKey> input, Tick now, List<QueueStart<TKey>> output)
    {
        switch (input.Kind)
        {
            case QueueInputKind.Add:
                Add(input.Key, input.Priority, now + input.Delay, now);
                break;
            case QueueInputKind.Hold:
                Hold(input.Key);
                break;
            case QueueInputKind.Done or QueueInputKind.Again or QueueInputKind.Retry:
                Finish(input, now);
                break;
            case QueueInputKind.Close:
                _closed = true;
                break;
        }

        Promote(now);
        Start(output);
    }

    private void Add(TKey key, QueuePriority priority, Tick at, Tick now)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            entry = _spare.Count > 0 ? _spare.Pop() : new QueueEntry<TKey>();
            entry.Key = key;
            _entries.Add(key, entry);
        }

        switch (entry.State)
        {
            case QueueEntryState.Idle:
                Enqueue(entry, priority, at, now);
                break;
            case QueueEntryState.Running or QueueEntryState.Held:
                entry.WantedAt = entry.WantedAt is { } wanted ? Tick.Earlier(wanted, at) : at;
                entry.WantedPriority = Max(entry.WantedPriority, priority);
                break;
            case QueueEntryState.Waiting when at < entry.ReadyAt:
                _waiting.Remove(entry);
                Enqueue(entry, Max(entry.Priority, priority), at, now);
                break;
            case QueueEntryState.Waiting:
                entry.Priority = Max(entry.Priority, priority);
                break;
            case QueueEntryState.Ready when priority > entry.Priority && at <= now:
                // The first time it became ready still counts: more urgency never sends a key to the back.
                _ready.Remove(entry);
                MakeReady(entry, priority);
                break;
        }
    }

    private void Enqueue(QueueEntry<TKey> entry, QueuePriority priority, Tick at, Tick now)
    {
        entry.Priority = priority;
        entry.ReadyAt = at;
        if (at > now)
        {
            entry.State = QueueEntryState.Waiting;
            _waiting.Push(entry);
            return;
        }

        Adds++;
        entry.Sequence = _sequence++;
        MakeReady(entry, priority);
    }

    private void MakeReady(QueueEntry<TKey> entry, QueuePriority priority)
    {
        entry.Priority = priority;
        entry.Due = priority == QueuePriority.Initial ? entry.ReadyAt + options.Ageing : entry.ReadyAt;
        entry.State = QueueEntryState.Ready;
        _ready.Push(entry);
    }

    private void Hold(TKey key)
    {
        var entry = Busy(key);
        if (entry.State == QueueEntryState.Running)
        {
            Running--;
            entry.State = QueueEntryState.Held;
        }
    }

    private void Finish(in QueueInput<TKey> input, Tick now)
    {
        var entry = Busy(input.Key);
        Running -= entry.State == QueueEntryState.Running ? 1 : 0;
        entry.Failures = input.Kind == QueueInputKind.Retry ? entry.Failures + 1 : 0;
        var next = NextTime(entry, input, now);
        var priority = Max(entry.WantedPriority, input.Priority);
        entry.State = QueueEntryState.Idle;
        entry.WantedAt = null;
        entry.WantedPriority = QueuePriority.Initial;
        if (next is { } at)
        {
            Enqueue(entry, priority, Tick.Later(at, now), now);
        }
        else
        {
            _entries.Remove(input.Key);
            _spare.Push(entry);
        }
    }

    private Tick? NextTime(QueueEntry<TKey> entry, in QueueInput<TKey> input, Tick now)
    {
        Tick? own = null;
        if (input.Kind == QueueInputKind.Again)
        {
            own = now + input.Delay;
        }
        else if (input.Kind == QueueInputKind.Retry)
        {
            Retries++;
            own = now + options.Backoff.Delay(entry.Failures, random);
        }

        return own is { } a && entry.WantedAt is { } b ? Tick.Earlier(a, b) : own ?? entry.WantedAt;
    }

    private void Promote(Tick now)
    {
        while (_waiting.Top is { } entry && entry.ReadyAt <= now)
        {
            _waiting.Remove(entry);
            Adds++;
            entry.Sequence = _sequence++;
            MakeReady(entry, entry.Priority);
        }
    }

    private void Start(List<QueueStart<TKey>> output)
    {
        while (!_closed && Running < options.Workers && _ready.Top is { } entry)
        {
            _ready.Remove(entry);
            entry.State = QueueEntryState.Running;
            Running++;
            output.Add(new QueueStart<TKey>(entry.Key, entry.ReadyAt, entry.Failures));
        }
    }

    private QueueEntry<TKey> Busy(TKey key) =>
        _entries.TryGetValue(key, out var entry) && entry.State is QueueEntryState.Running or QueueEntryState.Held
            ? entry
            : throw new InvalidOperationException($"The work queue was told about work on '{key}', which is not being worked on.");

    private static QueuePriority Max(QueuePriority a, QueuePriority b) => a > b ? a : b;
}
