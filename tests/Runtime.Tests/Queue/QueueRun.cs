using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Queue;

namespace Daytwo.Runtime.Tests.Queue;

/// <summary>Drives a work queue through a random history, in virtual time, and keeps what happened.</summary>
internal sealed class QueueRun(QueueOptions options, IRandom random)
{
    private readonly List<int> _running = [];
    private readonly List<int> _held = [];
    private Tick _now;

    public WorkQueueMachine<int> Machine { get; } = new(options, random);

    public List<(int Key, Tick At)> Adds { get; } = [];

    public List<(int Key, Tick At)> Starts { get; } = [];

    public List<(int Key, Tick At)> Failures { get; } = [];

    public List<(int Key, Tick At)> Agains { get; } = [];

    public List<(Tick At, IReadOnlyList<int> Running)> Log { get; } = [];

    public void Step(int action, int key, TimeSpan time)
    {
        switch (action % 8)
        {
            case 0 or 1:
                Adds.Add((key, _now));
                Send(QueueInput<int>.Add(key, (QueuePriority)(action / 8 % 2)));
                break;
            case 2:
                Adds.Add((key, _now));
                Send(QueueInput<int>.Add(key, delay: time));
                break;
            case 3 when _running.Count > 0:
                var held = _running[key % _running.Count];
                _running.Remove(held);
                _held.Add(held);
                Send(QueueInput<int>.Hold(held));
                break;
            case 4 or 5 or 6 when _running.Count + _held.Count > 0:
                Finish(action, [.. _running, .. _held], key, time);
                break;
            default:
                Pass(time);
                break;
        }
    }

    /// <summary>Ends all work with success until nothing is left.</summary>
    public void FinishAll()
    {
        for (var round = 0; round < 1000 && (_running.Count + _held.Count > 0 || Machine.Ready + Machine.Waiting > 0); round++)
        {
            foreach (var key in (int[])[.. _running, .. _held])
            {
                Finish(4, [key], 0, default);
            }

            Pass(TimeSpan.FromSeconds(20));
        }
    }

    private void Finish(int action, int[] busy, int which, TimeSpan time)
    {
        var key = busy[which % busy.Length];
        _running.Remove(key);
        _held.Remove(key);
        switch (action % 8)
        {
            case 5:
                Failures.Add((key, _now));
                Send(QueueInput<int>.Retry(key));
                break;
            case 6:
                Agains.Add((key, _now));
                Send(QueueInput<int>.Again(key, time));
                break;
            default:
                Send(QueueInput<int>.Done(key));
                break;
        }
    }

    private void Pass(TimeSpan time)
    {
        var end = _now + time;
        while (Machine.WakeAt is { } wake && wake <= end)
        {
            _now = Tick.Later(wake, _now);
            Send(QueueInput<int>.Elapsed);
        }

        _now = end;
    }

    private void Send(QueueInput<int> input)
    {
        var starts = new List<QueueStart<int>>();
        Machine.Handle(input, _now, starts);
        foreach (var start in starts)
        {
            Starts.Add((start.Key, _now));
            Assert.DoesNotContain(start.Key, _held);
            _running.Add(start.Key);
        }

        Log.Add((_now, [.. _running]));
    }
}
