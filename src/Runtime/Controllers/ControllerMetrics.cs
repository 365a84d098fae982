using Daytwo.Runtime.Metrics;
using Daytwo.Runtime.Queue;

namespace Daytwo.Runtime.Controllers;

/// <summary>What controller-runtime and client-go measure of a controller and its queue, under their names.</summary>
internal sealed class ControllerMetrics
{
    private readonly Histogram _queued;
    private readonly Histogram _worked;
    private readonly Histogram _reconciled;
    private readonly Counter _success;
    private readonly Counter _error;
    private readonly Counter _errors;
    private readonly Counter _requeue;
    private readonly Counter _requeueAfter;

    public ControllerMetrics(MetricsRegistry metrics, string controller, int workers)
    {
        var total = metrics.Counter("controller_runtime_reconcile_total", "Total number of reconciliations per controller.", "controller", "result");
        (_success, _error) = (total.With(controller, "success"), total.With(controller, "error"));
        (_requeue, _requeueAfter) = (total.With(controller, "requeue"), total.With(controller, "requeue_after"));
        _errors = metrics.Counter("controller_runtime_reconcile_errors_total", "Total number of reconciliation errors per controller.", "controller").With(controller);
        _reconciled = metrics.Histogram(
            "controller_runtime_reconcile_time_seconds", "Length of time per reconciliation per controller.", Buckets.Reconcile, "controller").With(controller);
        metrics.Gauge("controller_runtime_max_concurrent_reconciles", "Maximum number of concurrent reconciles per controller.", "controller").With(controller).Set(workers);
        _queued = metrics.Histogram(
            "workqueue_queue_duration_seconds", "How long in seconds an item stays in workqueue before being requested.", Buckets.WorkQueue, "name", "controller").With(controller, controller);
        _worked = metrics.Histogram(
            "workqueue_work_duration_seconds", "How long in seconds processing an item from workqueue takes.", Buckets.WorkQueue, "name", "controller").With(controller, controller);
    }

    /// <summary>Lets the queue's own counters be read when they are asked for.</summary>
    public static void Follow(MetricsRegistry metrics, string controller, WorkQueue<ObjectKey> queue, Func<double> longest)
    {
        metrics.Gauge("workqueue_depth", "Current depth of workqueue.", "name", "controller").With(controller, controller).ReadFrom(() => queue.Read(q => q.Ready));
        metrics.Counter("workqueue_adds_total", "Total number of adds handled by workqueue.", "name", "controller").With(controller, controller).ReadFrom(() => queue.Read(q => q.Adds));
        metrics.Counter("workqueue_retries_total", "Total number of retries handled by workqueue.", "name", "controller").With(controller, controller).ReadFrom(() => queue.Read(q => q.Retries));
        metrics.Gauge("controller_runtime_active_workers", "Number of currently used workers per controller.", "controller").With(controller).ReadFrom(() => queue.Read(q => q.Running));
        metrics.Gauge(
            "workqueue_longest_running_processor_seconds", "How many seconds has the longest running processor for workqueue been running.", "name", "controller").With(controller, controller).ReadFrom(longest);
    }

    public void Started(TimeSpan queued) => _queued.Observe(queued.TotalSeconds);

    public void Ended(ReconcileResult result, TimeSpan took)
    {
        _worked.Observe(took.TotalSeconds);
        _reconciled.Observe(took.TotalSeconds);
        switch (result.Outcome)
        {
            case ReconcileOutcome.Retry:
                _error.Increment();
                _errors.Increment();
                break;
            case ReconcileOutcome.Again:
                (result.WakeAt is null ? _requeue : _requeueAfter).Increment();
                break;
            default:
                _success.Increment();
                break;
        }
    }
}
