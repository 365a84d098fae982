using Daytwo.Runtime.Controllers;
using Daytwo.Runtime.Election;
using Daytwo.Runtime.Events;
using Daytwo.Runtime.Informers;
using Microsoft.Extensions.Logging;

namespace Daytwo.Runtime.Hosting;

/// <summary>
/// Runs informers at once and controllers while leading, and ends in order: no new work, running reconciles end, last events
/// are written, the lease is given up.
/// </summary>
/// <remarks>
/// Whoever loses the lease cancels its reconciles at once and ends with <see cref="HostExit.LeadershipLost"/>; the process is
/// expected to end then, and to be started anew.
/// </remarks>
public sealed class OperatorHost(RuntimeServices services)
{
    private readonly ILogger _logger = services.Loggers.CreateLogger("Daytwo.Host");
    private readonly List<IInformer> _informers = [];
    private readonly List<Controller> _controllers = [];
    private readonly List<Func<CancellationToken, Task>> _leaderWork = [];
    private EventRecorder? _events;
    private LeaderElector? _elector;

    public OperatorHost Add(params ReadOnlySpan<IInformer> informers)
    {
        _informers.AddRange(informers);
        return this;
    }

    public OperatorHost Add(Controller controller)
    {
        _controllers.Add(controller);
        return this;
    }

    /// <summary>Anything else that only the leader runs. It ends when its token is cancelled.</summary>
    public OperatorHost AddLeaderWork(Func<CancellationToken, Task> work)
    {
        _leaderWork.Add(work);
        return this;
    }

    public OperatorHost Use(EventRecorder events)
    {
        _events = events;
        return this;
    }

    /// <summary>Lets controllers run only while this elector leads; without one they run at once.</summary>
    public OperatorHost Use(LeaderElector elector)
    {
        _elector = elector;
        return this;
    }

    /// <summary>Runs until stopped or until leadership is lost.</summary>
    public async Task<HostExit> Run(CancellationToken stop)
    {
        using var background = new CancellationTokenSource();
        var lost = _elector?.Lost ?? CancellationToken.None;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, lost);
        var informing = Task.WhenAll(_informers.Select(i => i.Run(background.Token)));
        var telling = _events?.Run(background.Token) ?? Task.CompletedTask;
        var trimming = new QuietMemory(services.Time).Run(background.Token);
        var electing = _elector?.Run() ?? Task.CompletedTask;
        await (_elector?.Elected ?? Task.CompletedTask).WaitAsync(ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ending.IsCancellationRequested)
        {
            await Task.WhenAll([.. _controllers.Select(c => c.Run(ending.Token, lost)), .. _leaderWork.Select(w => w(ending.Token))]).ConfigureAwait(false);
        }

        _logger.Draining();
        await background.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(informing, telling, trimming).ConfigureAwait(false);
        _elector?.Release();
        await electing.ConfigureAwait(false);
        var exit = lost.IsCancellationRequested ? HostExit.LeadershipLost : HostExit.Stopped;
        _logger.Ended(exit);
        return exit;
    }
}
