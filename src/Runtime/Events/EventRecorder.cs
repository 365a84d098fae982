using System.Threading.Channels;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Transport;
using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Metrics;
using Daytwo.Runtime.Rules;
using Microsoft.Extensions.Logging;

namespace Daytwo.Runtime.Events;

/// <summary>
/// Writes Events (events.k8s.io/v1) in the background, repeats folded into series.
/// </summary>
/// <remarks>Guarantees: recording never blocks and never fails; what cannot be written after some tries is logged, counted and dropped.</remarks>
public sealed class EventRecorder : IEventRecorder
{
    private const int Backlog = 1024;
    private const int Tries = 4;
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private readonly RuntimeServices _services;
    private readonly ILogger _logger;
    private readonly Counter _dropped;
    private readonly EventWriter _writer;
    private readonly SeriesMachine _machine = new(SeriesOptions.Default);
    private readonly Channel<SeriesInput> _inputs;

    /// <param name="controller">The reporting controller, such as <c>daytwo.dev/operator</c>.</param>
    /// <param name="instance">The reporting process, such as the pod's name.</param>
    public EventRecorder(KubernetesClient client, RuntimeServices services, string controller, string instance)
    {
        _services = services;
        _logger = services.Loggers.CreateLogger("Daytwo.Events");
        _dropped = services.Metrics.Counter("daytwo_events_dropped_total", "Events that could not be written.").With();
        _writer = new EventWriter(client, controller, instance);
        var bounds = new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true };
        _inputs = Channel.CreateBounded<SeriesInput>(bounds, _ => _dropped.Increment());
    }

    public void Record(ObjectReference regarding, Notice notice) =>
        _inputs.Writer.TryWrite(new SeriesInput(new Happening(regarding, notice, _services.Clock.Wall)));

    /// <summary>Writes until stopped, then for a moment more what still waits.</summary>
    public async Task Run(CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _services.Time);
        using var stopping = stop.UnsafeRegister(_ => Complete(patience), null);
        using var timer = new WakeTimer(_services.Clock, () => _inputs.Writer.TryWrite(default));
        var outputs = new List<SeriesOutput>();
        await foreach (var input in _inputs.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            outputs.Clear();
            _machine.Handle(input, _services.Clock.Now, outputs);
            foreach (var output in outputs)
            {
                await Write(output, patience.Token).ConfigureAwait(false);
            }

            timer.Fired();
            timer.Set(_machine.WakeAt);
        }
    }

    private void Complete(CancellationTokenSource patience)
    {
        patience.CancelAfter(LastWords);
        _inputs.Writer.TryComplete();
    }

    private async ValueTask Write(SeriesOutput output, CancellationToken ct)
    {
        var why = "";
        for (var attempt = 1; attempt <= Tries && !ct.IsCancellationRequested; attempt++)
        {
            var wait = Backoff.Reflector.Delay(attempt - 1, _services.Random);
            await Task.Delay(wait, _services.Time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                var error = await _writer.Write(output, ct).ConfigureAwait(false);
                if (error is null)
                {
                    return;
                }

                why = error.ToString();
                if (!error.Retryable)
                {
                    break;
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ApiProtocolException)
            {
                why = e.Message;
            }
        }

        _dropped.Increment();
        _logger.Dropped(output.First.Notice.Reason, output.First.Regarding.Kind, output.First.Regarding.Name, why);
    }
}
