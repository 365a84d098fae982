using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Election;

/// <summary>
/// Who leads, by a Lease. Guarantees: while clocks run at about the same rate, a leader stops acting (its deadline) before
/// another one can start; nobody's wall clock matters; a lease changed under us is read before it is written again.
/// </summary>
/// <remarks>One request is under way at a time; each is answered by Read, Absent, Written, Conflict or Failed.</remarks>
internal sealed class ElectionMachine(string identity, ElectionTimes times, IRandom random) : IMachine<ElectionInput, ElectionOutput>
{
    private LeaseRecord? _lease;
    private Tick _changedAt;
    private Tick _sentAt;
    private Tick _deadline;
    private bool _pending;
    private bool _releasing;
    private ElectionOutputKind _request;
    private Tick? _nextAt;

    public bool Leading { get; private set; }

    /// <summary>The lease as last seen: what Acquire, Renew and GiveUp replace.</summary>
    public LeaseRecord? Lease => _lease;

    public Tick? WakeAt => Leading && _nextAt is { } next ? Tick.Earlier(next, _deadline) : Leading ? _deadline : _nextAt;

    public void Handle(in ElectionInput input, Tick now, List<ElectionOutput> output)
    {
        if (Leading && now >= _deadline && input.Kind != ElectionInputKind.Written)
        {
            Lose(output);
        }

        switch (input.Kind)
        {
            case ElectionInputKind.Start:
                Send(ElectionOutputKind.Read, now, output);
                break;
            case ElectionInputKind.Elapsed when !_pending && _nextAt <= now:
                Send(Leading ? ElectionOutputKind.Renew : ElectionOutputKind.Read, now, output);
                break;
            case ElectionInputKind.Read:
                Answered(input.Lease!, now);
                Judge(now, output);
                break;
            case ElectionInputKind.Absent:
                _pending = false;
                Missing(now, output);
                break;
            case ElectionInputKind.Written:
                Answered(input.Lease!, now);
                Wrote(now, output);
                break;
            case ElectionInputKind.Conflict or ElectionInputKind.Failed:
                _pending = false;
                Refused(input.Kind, now, output);
                break;
            case ElectionInputKind.Release:
                _releasing = true;
                if (!_pending)
                {
                    Stop(now, output);
                }

                break;
        }
    }

    private void Answered(LeaseRecord lease, Tick now)
    {
        _pending = false;
        if (lease.ResourceVersion != _lease?.ResourceVersion)
        {
            _changedAt = now;
        }

        _lease = lease;
    }

    /// <summary>The lease was read: renew what is ours, take what is free or expired, else wait.</summary>
    private void Judge(Tick now, List<ElectionOutput> output)
    {
        var ours = _lease!.Holder == identity;
        if (Leading && !ours)
        {
            Lose(output);
        }

        var patience = _lease.Duration > times.LeaseDuration ? _lease.Duration : times.LeaseDuration;
        if (_releasing)
        {
            Stop(now, output);
        }
        else if (ours)
        {
            Send(ElectionOutputKind.Renew, now, output);
        }
        else if (_lease.Holder.Length == 0 || now - _changedAt >= patience)
        {
            Send(ElectionOutputKind.Acquire, now, output);
        }
        else
        {
            Later(now);
        }
    }

    private void Missing(Tick now, List<ElectionOutput> output)
    {
        _lease = null;
        if (Leading)
        {
            Lose(output);
        }

        if (_releasing)
        {
            Stop(now, output);
        }
        else
        {
            Send(ElectionOutputKind.Create, now, output);
        }
    }

    private void Wrote(Tick now, List<ElectionOutput> output)
    {
        if (_request == ElectionOutputKind.GiveUp)
        {
            output.Add(new ElectionOutput(ElectionOutputKind.Stopped));
            return;
        }

        // Others count from when they see the renewal, which is never before we sent it.
        _deadline = _sentAt + times.RenewDeadline;
        if (now >= _deadline && Leading)
        {
            Lose(output);
        }
        else if (now < _deadline)
        {
            output.Add(new ElectionOutput(Leading ? ElectionOutputKind.Extend : ElectionOutputKind.Lead, _deadline));
            Leading = true;
        }

        if (_releasing)
        {
            Stop(now, output);
        }
        else
        {
            _nextAt = Tick.Later(now, _sentAt + times.RetryPeriod);
        }
    }

    private void Refused(ElectionInputKind kind, Tick now, List<ElectionOutput> output)
    {
        if (_request == ElectionOutputKind.GiveUp)
        {
            // It expires by itself. There is no time to insist while the process ends.
            output.Add(new ElectionOutput(ElectionOutputKind.Stopped));
        }
        else if (_releasing)
        {
            Stop(now, output);
        }
        else if (kind == ElectionInputKind.Conflict && Leading)
        {
            Send(ElectionOutputKind.Read, now, output);
        }
        else
        {
            Later(now);
        }
    }

    private void Stop(Tick now, List<ElectionOutput> output)
    {
        _nextAt = null;
        if (Leading)
        {
            Leading = false;
            output.Add(new ElectionOutput(ElectionOutputKind.Released));
            Send(ElectionOutputKind.GiveUp, now, output);
        }
        else
        {
            output.Add(new ElectionOutput(ElectionOutputKind.Stopped));
        }
    }

    private void Lose(List<ElectionOutput> output)
    {
        Leading = false;
        output.Add(new ElectionOutput(ElectionOutputKind.Lost));
    }

    private void Send(ElectionOutputKind request, Tick now, List<ElectionOutput> output)
    {
        _request = request;
        _pending = true;
        _sentAt = now;
        _nextAt = null;
        output.Add(new ElectionOutput(request));
    }

    /// <summary>Followers spread a little, so that two do not always meet at the same write.</summary>
    private void Later(Tick now) => _nextAt = now + (times.RetryPeriod * (Leading ? 1 : 1 + (0.2 * random.NextDouble())));
}
