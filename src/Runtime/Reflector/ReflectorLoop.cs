using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Transport;
using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Machines;
using Microsoft.Extensions.Logging;

namespace Daytwo.Runtime.Reflector;

/// <summary>Runs a <see cref="ReflectorMachine"/>: makes the requests it wants, puts objects into the target, wakes it in time.</summary>
internal sealed class ReflectorLoop<T> : IDisposable where T : class, IObject
{
    private readonly Lock _gate = new();
    private readonly KubernetesClient _client;
    private readonly Resource<T> _resource;
    private readonly InformerOptions _options;
    private readonly MonotonicClock _clock;
    private readonly ILogger _logger;
    private readonly IReflectorTarget<T> _target;
    private readonly ReflectorMachine _machine;
    private readonly WakeTimer _timer;
    private readonly SemaphoreSlim _wanted = new(0);
    private readonly Queue<ReflectorOutput> _todo = new();
    private readonly List<ReflectorOutput> _outputs = [];
    private CancellationTokenSource? _request;

    public ReflectorLoop(
        KubernetesClient client, Resource<T> resource, InformerOptions options, RuntimeServices services, ILogger logger, IReflectorTarget<T> target)
    {
        (_client, _resource, _options, _clock, _logger, _target) = (client, resource, options, services.Clock, logger, target);
        _machine = new ReflectorMachine(new ReflectorOptions(), services.Random);
        _timer = new WakeTimer(services.Clock, Elapsed);
    }

    /// <summary>Reflects until cancelled, which is no exception.</summary>
    public async Task Run(CancellationToken ct)
    {
        Step(ReflectorInput.Start);
        while (!ct.IsCancellationRequested)
        {
            ApplyReplacements();
            if (TryTake(out var next))
            {
                await Request(next, ct).ConfigureAwait(false);
            }
            else
            {
                await _wanted.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _wanted.Dispose();
    }

    private async Task Request(ReflectorOutput request, CancellationToken ct)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(ct);
        SetRequest(cancel);
        try
        {
            var end = request.Kind == ReflectorOutputKind.List
                ? await List(request, cancel.Token).ConfigureAwait(false)
                : await Watch(request, cancel.Token).ConfigureAwait(false);
            Step(end);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is IOException or OperationCanceledException or ApiProtocolException)
        {
            Report(e);
            Step(ReflectorInput.Unreachable);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            SetRequest(null);
        }
    }

    private async ValueTask<ReflectorInput> List(ReflectorOutput request, CancellationToken ct)
    {
        var query = new ListRequest
        {
            Namespace = _options.Namespace,
            LabelSelector = _options.LabelSelector,
            FieldSelector = _options.FieldSelector,
            Limit = _options.PageSize,
            Continue = request.Value,
        };
        var result = await _client.List(_resource, query, ct).ConfigureAwait(false);
        if (!result.Succeeded(out var page))
        {
            return Refused(result.Error);
        }

        foreach (var item in page.Items)
        {
            _target.Upsert(item);
        }

        return ReflectorInput.Page(page.ResourceVersion, page.Continue);
    }

    private async ValueTask<ReflectorInput> Watch(ReflectorOutput request, CancellationToken ct)
    {
        var query = new WatchRequest
        {
            Namespace = _options.Namespace,
            LabelSelector = _options.LabelSelector,
            FieldSelector = _options.FieldSelector,
            ResourceVersion = request.Value,
            SendInitialEvents = request.Kind == ReflectorOutputKind.WatchList,
            Timeout = request.Timeout,
        };
        await foreach (var happened in _client.Watch(_resource, query, ct).ConfigureAwait(false))
        {
            if (happened.Error is { } error)
            {
                return Refused(error);
            }

            Take(happened);
        }

        return ReflectorInput.Ended;
    }

    private void Take(in WatchEvent<T> happened)
    {
        if (happened.Type == WatchEventType.Bookmark)
        {
            Step(ReflectorInput.Bookmark(happened.ResourceVersion, happened.InitialEventsEnd));
            ApplyReplacements();
        }
        else
        {
            if (happened.Type == WatchEventType.Deleted)
            {
                _target.Remove(happened.Object!);
            }
            else
            {
                _target.Upsert(happened.Object!);
            }

            Step(ReflectorInput.Event(happened.ResourceVersion));
        }

        if (_machine.State == ReflectorState.Watching)
        {
            _target.Progress(happened.ResourceVersion);
        }
    }

    private ReflectorInput Refused(ApiError error)
    {
        if (error.Kind == ApiErrorKind.Expired)
        {
            _logger.Expired(_resource.Type.Plural);
        }
        else
        {
            _logger.Refused(_resource.Type.Plural, error.ToString());
        }

        return ReflectorInput.Refused(error);
    }

    private void Report(Exception e)
    {
        if (e is OperationCanceledException)
        {
            _logger.Silent(_resource.Type.Plural);
        }
        else
        {
            _logger.Broken(_resource.Type.Plural, e.Message);
        }
    }

    private void ApplyReplacements()
    {
        while (TryTake(out var output, replacements: true))
        {
            if (output.Kind == ReflectorOutputKind.BeginReplace)
            {
                _target.BeginReplace();
            }
            else
            {
                _target.EndReplace(output.Value!);
            }
        }
    }

    private bool TryTake(out ReflectorOutput output, bool replacements = false)
    {
        lock (_gate)
        {
            return _todo.TryPeek(out output)
                && (!replacements || output.Kind is ReflectorOutputKind.BeginReplace or ReflectorOutputKind.EndReplace)
                && _todo.TryDequeue(out output);
        }
    }

    private void SetRequest(CancellationTokenSource? request)
    {
        lock (_gate)
        {
            _request = request;
        }
    }

    private void Elapsed()
    {
        lock (_gate)
        {
            _timer.Fired();
            Step(ReflectorInput.Elapsed);
        }
    }

    private void Step(in ReflectorInput input)
    {
        lock (_gate)
        {
            _outputs.Clear();
            _machine.Handle(input, _clock.Now, _outputs);
            _timer.Set(_machine.WakeAt);
            foreach (var output in _outputs)
            {
                if (output.Kind == ReflectorOutputKind.StopWatch)
                {
                    // Not inline: what it wakes may come back in here.
                    _ = _request?.CancelAsync();
                }
                else
                {
                    _todo.Enqueue(output);
                    Wake();
                }
            }
        }
    }

    private void Wake()
    {
        if (_wanted.CurrentCount == 0)
        {
            _wanted.Release();
        }
    }
}
