using System.Threading.Channels;
using Daytwo.Kubernetes;
using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Metrics;
using Microsoft.Extensions.Logging;

namespace Daytwo.Runtime.Election;

/// <summary>
/// Contends for a Lease and tells when this process leads.
/// </summary>
/// <remarks>
/// Guarantees: while the clocks of contenders run at about the same rate, no two of them have an open <see cref="Fence"/> at
/// once. Caveat: a request sent while the fence was open may arrive later; what it destroys must carry preconditions. Give it
/// a client without fence. Runs once: after a loss the process is expected to end and start anew.
/// </remarks>
public sealed class LeaderElector : IDisposable
{
    private readonly LeaseReference _reference;
    private readonly ElectionTimes _times;
    private readonly RuntimeServices _services;
    private readonly ILogger _logger;
    private readonly LeaseStore _store;
    private readonly ElectionMachine _machine;
    private readonly Gauge _status;
    private readonly Channel<ElectionInput> _inputs = Channel.CreateUnbounded<ElectionInput>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource _elected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _lost = new();
    private string _holder = "";

    public LeaderElector(KubernetesClient client, LeaseReference reference, RuntimeServices services, ElectionTimes? times = null)
    {
        (_reference, _services, _times) = (reference, services, times ?? ElectionTimes.Default);
        _logger = services.Loggers.CreateLogger("Daytwo.Election");
        _store = new LeaseStore(client, reference, _times, services.Time);
        _machine = new ElectionMachine(reference.Identity, _times, services.Random);
        _status = services.Metrics.Gauge("leader_election_master_status", "Whether this process leads: 1 is leader, 0 is not.", "name").With(reference.Name);
        Fence = new LeaderFence(services.Clock);
    }

    /// <summary>Open while this process may act.</summary>
    public LeaderFence Fence { get; }

    /// <summary>Ends when this process leads for the first time.</summary>
    public Task Elected => _elected.Task;

    /// <summary>Cancelled when leadership was lost without <see cref="Release"/>.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Contends until released.</summary>
    public async Task Run()
    {
        using var timer = new WakeTimer(_services.Clock, () => _inputs.Writer.TryWrite(ElectionInput.Elapsed));
        var outputs = new List<ElectionOutput>();
        _inputs.Writer.TryWrite(ElectionInput.Start);
        await foreach (var input in _inputs.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            outputs.Clear();
            timer.Fired();
            _machine.Handle(input, _services.Clock.Now, outputs);
            Tell(input);
            outputs.ForEach(Do);
            timer.Set(_machine.WakeAt);
        }
    }

    /// <summary>Ends contending. When leading, gives the lease up, so that the next leader need not wait for it to expire: call it when all work has ended.</summary>
    public void Release() => _inputs.Writer.TryWrite(ElectionInput.Release);

    public void Dispose() => _lost.Dispose();

    private void Do(ElectionOutput output)
    {
        switch (output.Kind)
        {
            case ElectionOutputKind.Lead:
                Fence.Extend(output.Deadline);
                _status.Set(1);
                _logger.Leading(_reference.Identity, _reference.Namespace, _reference.Name);
                _elected.TrySetResult();
                break;
            case ElectionOutputKind.Extend:
                Fence.Extend(output.Deadline);
                break;
            case ElectionOutputKind.Lost:
                Fence.Close();
                _status.Set(0);
                _logger.Lost(_reference.Namespace, _reference.Name);
                _ = _lost.CancelAsync();
                break;
            case ElectionOutputKind.Released:
                Fence.Close();
                _status.Set(0);
                break;
            case ElectionOutputKind.Stopped:
                _inputs.Writer.TryComplete();
                break;
            default:
                _ = Request(output.Kind);
                break;
        }
    }

    /// <summary>One request; half the renew deadline bounds it, so that a second try fits in.</summary>
    private async Task Request(ElectionOutputKind request)
    {
        using var limit = new CancellationTokenSource(_times.RenewDeadline / 2, _services.Time);
        _inputs.Writer.TryWrite(await _store.Do(request, limit.Token).ConfigureAwait(false));
    }

    private void Tell(in ElectionInput input)
    {
        if (input.Kind == ElectionInputKind.Failed)
        {
            _logger.Failing(_reference.Namespace, _reference.Name, input.Error);
        }
        else if (input is { Kind: ElectionInputKind.Read, Lease: { } lease } && lease.Holder != _holder)
        {
            _holder = lease.Holder;
            _logger.Following(lease.Holder, _reference.Namespace, _reference.Name);
        }
    }
}
