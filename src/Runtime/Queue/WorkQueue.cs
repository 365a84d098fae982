using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Queue;

/// <summary>
/// Runs a <see cref="WorkQueueMachine{TKey}"/>: hands it inputs one at a time, gives what it starts to pool threads, and wakes
/// it when its time comes.
/// </summary>
internal sealed class WorkQueue<TKey> : IDisposable where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly MonotonicClock _clock;
    private readonly WorkQueueMachine<TKey> _machine;
    private readonly Func<QueueStart<TKey>, ValueTask<WorkEnd<TKey>>> _work;
    private readonly List<QueueStart<TKey>> _starts = [];
    private readonly WakeTimer _timer;
    private TaskCompletionSource? _drained;

    /// <param name="work">Works on a key and answers how that ended. It must not throw.</param>
    public WorkQueue(QueueOptions options, RuntimeServices services, Func<QueueStart<TKey>, ValueTask<WorkEnd<TKey>>> work)
    {
        _clock = services.Clock;
        _machine = new WorkQueueMachine<TKey>(options, services.Random);
        _work = work;
        _timer = new WakeTimer(_clock, Elapsed);
    }

    public void Add(TKey key, QueuePriority priority = QueuePriority.Normal, TimeSpan delay = default) =>
        Send(QueueInput<TKey>.Add(key, priority, delay));

    /// <summary>Tells the outcome of a key that was held.</summary>
    public void Release(in QueueInput<TKey> outcome) => Send(outcome);

    /// <summary>Starts nothing more; ends when no key is on a worker.</summary>
    public Task Drain()
    {
        lock (_gate)
        {
            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        Send(QueueInput<TKey>.Close);
        return _drained.Task;
    }

    /// <summary>A consistent look at the machine's counters.</summary>
    public TValue Read<TValue>(Func<WorkQueueMachine<TKey>, TValue> read)
    {
        lock (_gate)
        {
            return read(_machine);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Elapsed()
    {
        lock (_gate)
        {
            _timer.Fired();
        }

        Send(QueueInput<TKey>.Elapsed);
    }

    private void Send(in QueueInput<TKey> input)
    {
        lock (_gate)
        {
            Step(input);
            Spawn(0);
        }
    }

    /// <summary>Like <see cref="Send"/>, but keeps the first start for the worker that asks.</summary>
    private bool SendAndTake(in QueueInput<TKey> input, out QueueStart<TKey> next)
    {
        lock (_gate)
        {
            Step(input);
            next = _starts.Count > 0 ? _starts[0] : default;
            var taken = Math.Min(_starts.Count, 1);
            Spawn(taken);
            return taken == 1;
        }
    }

    private void Step(in QueueInput<TKey> input)
    {
        _starts.Clear();
        _machine.Handle(input, _clock.Now, _starts);
        _timer.Set(_machine.WakeAt);
        if (_drained is not null && _machine.Running == 0)
        {
            _drained.TrySetResult();
        }
    }

    private void Spawn(int from)
    {
        for (var i = from; i < _starts.Count; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static item => _ = item.Queue.Work(item.Start), (Queue: this, Start: _starts[i]), preferLocal: false);
        }
    }

    private async Task Work(QueueStart<TKey> start)
    {
        var more = true;
        while (more)
        {
            var end = await _work(start).ConfigureAwait(false);
            more = SendAndTake(end.Input, out start);
            end.Held?.Invoke();
        }
    }
}
