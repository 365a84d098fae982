using System.Collections.Concurrent;
using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Queue;
using Microsoft.Extensions.Logging;

namespace Daytwo.Runtime.Controllers;

/// <summary>
/// Reconciles the keys that changes of its informers concern.
/// </summary>
/// <remarks>
/// Guarantees: one reconcile at a time for a key; every change that passes its predicate is followed by a reconcile that began
/// after it; a reconcile sees the writes of the one before (those it was told of, <see cref="ReconcileContext.Wrote"/>); a
/// failing key neither stops nor delays others and is tried for ever. Informers are run by whoever made them.
/// </remarks>
public sealed class Controller : IDisposable
{
    private readonly IReconciler _reconciler;
    private readonly RuntimeServices _services;
    private readonly ControllerOptions _options;
    private readonly ControllerMetrics _metrics;
    private readonly ILogger _logger;
    private readonly WorkQueue<ObjectKey> _queue;
    private readonly List<IWatch> _watches = [];
    private readonly List<IInformer> _informers = [];
    private readonly ConcurrentDictionary<ObjectKey, DateTimeOffset> _wakes = new();
    private readonly ConcurrentDictionary<ObjectKey, Tick> _running = new();
    private readonly CancellationTokenSource _abort = new();
    private volatile bool _open;

    public Controller(string name, IReconciler reconciler, RuntimeServices services, ControllerOptions? options = null)
    {
        Name = name;
        (_reconciler, _services, _options) = (reconciler, services, options ?? new ControllerOptions());
        _logger = services.Loggers.CreateLogger("Daytwo.Controller");
        _metrics = new ControllerMetrics(services.Metrics, name, _options.Workers);
        _queue = new WorkQueue<ObjectKey>(new QueueOptions(_options.Workers, _options.Backoff, _options.Ageing), services, Work);
        ControllerMetrics.Follow(services.Metrics, name, _queue, LongestRunning);
    }

    public string Name { get; }

    /// <summary>Reconciles the objects of the controller's own kind.</summary>
    public Controller For<T>(Informer<T> informer, ChangePredicate<T>? predicate = null) where T : class, IObject =>
        Add(new SelfWatch<T>(informer, predicate));

    /// <summary>Reconciles the keys that objects of another kind concern.</summary>
    public Controller Watches<T>(Informer<T> informer, Func<T, IEnumerable<ObjectKey>> keys, ChangePredicate<T>? predicate = null) where T : class, IObject =>
        Add(new Watch<T>(informer, keys, predicate));

    /// <summary>Reconciles the owner of that kind, as objects name it in their owner references.</summary>
    public Controller Owns<T>(Informer<T> informer, ResourceType owner, ChangePredicate<T>? predicate = null) where T : class, IObject =>
        Watches(informer, owned => Owners.Of(owned, owner), predicate);

    /// <summary>Reconciles a key for a reason outside the API, such as a long operation that ended.</summary>
    public void Enqueue(ObjectKey key)
    {
        if (_open)
        {
            _queue.Add(key);
        }
    }

    /// <summary>
    /// Waits for the informers, then reconciles everything known and every change until cancelled; then starts nothing more and
    /// ends when running reconciles have ended, or were cancelled after <see cref="ControllerOptions.DrainPatience"/>. Runs once.
    /// </summary>
    /// <param name="stop">Asks for the orderly end.</param>
    /// <param name="abort">Cancels running reconciles at once, as when leadership is lost.</param>
    public async Task Run(CancellationToken stop, CancellationToken abort = default)
    {
        using var closed = stop.UnsafeRegister(static queue => _ = ((WorkQueue<ObjectKey>)queue!).Drain(), _queue);
        using var aborted = abort.UnsafeRegister(static c => ((CancellationTokenSource)c!).Cancel(), _abort);
        foreach (var informer in _informers)
        {
            await informer.WaitForSync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!stop.IsCancellationRequested)
        {
            using var clock = new WallClockWatch(_services.Clock, ClockStepped);
            Open();
            await Task.Delay(Timeout.InfiniteTimeSpan, _services.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Drain().ConfigureAwait(false);
    }

    public void Dispose()
    {
        _queue.Dispose();
        _abort.Dispose();
    }

    private Controller Add(IWatch watch)
    {
        _watches.Add(watch);
        if (!_informers.Contains(watch.Informer))
        {
            _informers.Add(watch.Informer);
        }

        return this;
    }

    private void Open()
    {
        _open = true;
        _logger.Started(Name, _options.Workers);
        foreach (var watch in _watches)
        {
            // First the changes, then what is known: nothing can fall between.
            watch.Subscribe((key, priority) => _queue.Add(key, priority));
            watch.All((key, priority) => _queue.Add(key, priority));
        }
    }

    private async Task Drain()
    {
        var drained = _queue.Drain();
        try
        {
            await drained.WaitAsync(_options.DrainPatience, _services.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _logger.Cancelling(Name, _options.DrainPatience);
            await _abort.CancelAsync().ConfigureAwait(false);
            await drained.ConfigureAwait(false);
        }
    }

    private async ValueTask<WorkEnd<ObjectKey>> Work(QueueStart<ObjectKey> start)
    {
        var began = _services.Clock.Now;
        var context = new ReconcileContext(start.Key, start.Failures);
        _metrics.Started(began - start.ReadyAt);
        _running[start.Key] = began;
        _wakes.TryRemove(start.Key, out _);
        var result = await Reconcile(context).ConfigureAwait(false);
        _running.TryRemove(start.Key, out _);
        _metrics.Ended(result, _services.Clock.Now - began);
        return Settle(context, ToInput(start.Key, result));
    }

    private async ValueTask<ReconcileResult> Reconcile(ReconcileContext context)
    {
        try
        {
            var result = await _reconciler.Reconcile(context, _abort.Token).ConfigureAwait(false);
            if (result.Outcome == ReconcileOutcome.Retry)
            {
                Retried(context, result.Reason);
            }

            return result;
        }
        catch (OperationCanceledException) when (_abort.IsCancellationRequested)
        {
            return ReconcileResult.Retry("cancelled");
        }
        catch (IOException e)
        {
            Retried(context, e.Message);
            return ReconcileResult.Retry(e.Message);
        }
        catch (Exception e)
        {
            // A bug that one object brings to light must not stop the work on all others.
            _logger.Failed(e, Name, context.Key);
            return ReconcileResult.Retry(e.Message);
        }
    }

    /// <summary>A first failure is mostly a conflict that the next try settles.</summary>
    private void Retried(ReconcileContext context, string? reason) =>
        _logger.Retried(context.Failures == 0 ? LogLevel.Information : LogLevel.Warning, Name, context.Key, context.Failures + 1, reason);

    private QueueInput<ObjectKey> ToInput(ObjectKey key, ReconcileResult result)
    {
        switch (result)
        {
            case { Outcome: ReconcileOutcome.Retry }:
                return QueueInput<ObjectKey>.Retry(key);
            case { Outcome: ReconcileOutcome.Again, WakeAt: { } wakeAt }:
                _wakes[key] = wakeAt;
                var left = wakeAt - _services.Clock.Wall;
                return QueueInput<ObjectKey>.Again(key, left > TimeSpan.Zero ? left : TimeSpan.Zero);
            case { Outcome: ReconcileOutcome.Again }:
                return QueueInput<ObjectKey>.Again(key, TimeSpan.Zero);
            default:
                return QueueInput<ObjectKey>.Done(key);
        }
    }

    /// <summary>Tells the outcome now, or holds the key until its own writes are visible.</summary>
    private WorkEnd<ObjectKey> Settle(ReconcileContext context, QueueInput<ObjectKey> outcome)
    {
        if (ReadYourWrites.AreVisible(context.Writes, _informers))
        {
            return new WorkEnd<ObjectKey>(outcome);
        }

        return new WorkEnd<ObjectKey>(
            QueueInput<ObjectKey>.Hold(context.Key),
            () => ReadYourWrites.WhenVisible(context.Writes, _informers, () => _queue.Release(outcome)));
    }

    private void ClockStepped(TimeSpan step)
    {
        var keys = _wakes.Keys;
        _logger.ClockSet(Name, step, keys.Count);
        foreach (var key in keys)
        {
            _queue.Add(key);
        }
    }

    private double LongestRunning() =>
        _running.Values.Select(began => (_services.Clock.Now - began).TotalSeconds).DefaultIfEmpty(0).Max();
}
