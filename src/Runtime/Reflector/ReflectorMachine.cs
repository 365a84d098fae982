using Daytwo.Kubernetes.Results;
using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Reflector;

/// <summary>
/// Keeps a copy of a collection current: everything once, then the changes, resuming where a watch broke. The shell applies
/// objects to its store as they come and asks this machine what to request next.
/// </summary>
/// <remarks>
/// Guarantees: a version is resumed only after all before it was told; an expired version (410) starts over from the most recent
/// state, never from an older one; a failure is followed by a wait that grows; a watch that fell silent is replaced. Assumes
/// bookmarks come once a minute after the first, as kube-apiserver sends them.
/// </remarks>
internal sealed class ReflectorMachine(ReflectorOptions options, IRandom random) : IMachine<ReflectorInput, ReflectorOutput>
{
    private bool _watchListOffered = true;
    private bool _resume;
    private bool _bookmarkSeen;
    private bool _stopping;
    private int _failures;
    private Tick _openedAt;
    private TimeSpan _timeout;

    public ReflectorState State { get; private set; }

    /// <summary>True once everything was told for the first time.</summary>
    public bool Synced { get; private set; }

    /// <summary>The version up to which all is told; empty before the first sync.</summary>
    public string ResourceVersion { get; private set; } = "";

    public Tick? WakeAt { get; private set; }

    public void Handle(in ReflectorInput input, Tick now, List<ReflectorOutput> output)
    {
        switch (input.Kind)
        {
            case ReflectorInputKind.Start:
                Connect(now, output);
                break;
            case ReflectorInputKind.Elapsed when WakeAt <= now:
                Wake(now, output);
                break;
            case ReflectorInputKind.Page when State == ReflectorState.Listing:
                TurnPage(input, now, output);
                break;
            case ReflectorInputKind.Event when State is ReflectorState.Streaming or ReflectorState.Watching:
                Advance(input.ResourceVersion!, now);
                break;
            case ReflectorInputKind.Bookmark when State is ReflectorState.Streaming or ReflectorState.Watching:
                Mark(input, now, output);
                break;
            case ReflectorInputKind.Ended or ReflectorInputKind.Unreachable or ReflectorInputKind.Refused:
                Reconnect(input, now, output);
                break;
        }
    }

    private void Connect(Tick now, List<ReflectorOutput> output)
    {
        _openedAt = now;
        _bookmarkSeen = false;
        _stopping = false;
        _timeout = options.WatchTimeout * (1 + random.NextDouble());
        if (_resume)
        {
            State = ReflectorState.Watching;
            output.Add(new ReflectorOutput(ReflectorOutputKind.Watch, ResourceVersion) { Timeout = _timeout });
        }
        else
        {
            State = _watchListOffered ? ReflectorState.Streaming : ReflectorState.Listing;
            output.Add(new ReflectorOutput(ReflectorOutputKind.BeginReplace));
            output.Add(_watchListOffered
                ? new ReflectorOutput(ReflectorOutputKind.WatchList) { Timeout = _timeout }
                : new ReflectorOutput(ReflectorOutputKind.List));
        }

        Watchdog(now);
    }

    /// <summary>The back-off is over, or what was awaited did not come.</summary>
    private void Wake(Tick now, List<ReflectorOutput> output)
    {
        if (State == ReflectorState.BackingOff)
        {
            Connect(now, output);
        }
        else if (!_stopping)
        {
            // An API that knows nothing of watch lists ignores the request for one: then list.
            _watchListOffered &= State != ReflectorState.Streaming;
            _stopping = true;
            WakeAt = null;
            output.Add(new ReflectorOutput(ReflectorOutputKind.StopWatch));
        }
    }

    private void TurnPage(in ReflectorInput input, Tick now, List<ReflectorOutput> output)
    {
        if (!string.IsNullOrEmpty(input.Continue))
        {
            output.Add(new ReflectorOutput(ReflectorOutputKind.List, input.Continue));
            Watchdog(now);
            return;
        }

        Complete(input.ResourceVersion!, output);
        Connect(now, output);
    }

    private void Advance(string version, Tick now)
    {
        if (State == ReflectorState.Watching)
        {
            ResourceVersion = version;
        }

        Watchdog(now);
    }

    private void Mark(in ReflectorInput input, Tick now, List<ReflectorOutput> output)
    {
        // The one that ends the initial events promises nothing: an API with no event to tell of may send no other.
        _bookmarkSeen |= !input.InitialEventsEnd;
        if (State == ReflectorState.Streaming && input.InitialEventsEnd)
        {
            Complete(input.ResourceVersion!, output);
            State = ReflectorState.Watching;
        }

        Advance(input.ResourceVersion!, now);
    }

    private void Complete(string version, List<ReflectorOutput> output)
    {
        ResourceVersion = version;
        Synced = true;
        _resume = true;
        output.Add(new ReflectorOutput(ReflectorOutputKind.EndReplace, version));
    }

    /// <summary>A watch that served for a while is renewed at once; everything else waits first.</summary>
    private void Reconnect(in ReflectorInput input, Tick now, List<ReflectorOutput> output)
    {
        var healthy = State == ReflectorState.Watching && now - _openedAt >= options.HealthyAfter;
        if (input.Error is { } error)
        {
            _resume &= error.Kind != ApiErrorKind.Expired;
            if (State == ReflectorState.Streaming && error.Kind == ApiErrorKind.Invalid)
            {
                _watchListOffered = false;
                Connect(now, output);
                return;
            }
        }

        _failures = healthy ? 0 : _failures + 1;
        if (healthy && input.Kind == ReflectorInputKind.Ended)
        {
            Connect(now, output);
            return;
        }

        State = ReflectorState.BackingOff;
        var wait = options.Backoff.Delay(Math.Max(_failures, 1), random);
        WakeAt = now + (input.Error?.RetryAfter is { } asked && asked > wait ? asked : wait);
    }

    private void Watchdog(Tick now) => WakeAt = State switch
    {
        ReflectorState.Watching when _bookmarkSeen => now + options.IdleLimit,
        ReflectorState.Watching => _openedAt + _timeout + options.Grace,
        _ => now + options.ListLimit,
    };
}
