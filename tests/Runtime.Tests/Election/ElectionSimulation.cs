using System.Diagnostics.CodeAnalysis;
using Daytwo.Runtime.Election;
using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Tests.Election;

/// <summary>Some contenders and one lease in virtual time. Requests and answers take random time or get lost, and contenders sleep at random.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The seed repeats the history.")]
internal sealed class ElectionSimulation
{
    private readonly PriorityQueue<Action, (TimeSpan, long)> _agenda = new();
    private readonly List<Contender> _contenders;
    private readonly Random _random;
    private TimeSpan _now;
    private long _sequence;
    private long _version;
    private LeaseRecord? _lease;
    private bool _healed;

    public ElectionSimulation(int seed, int contenders)
    {
        _random = new Random(seed);
        _contenders = [.. Enumerable.Range(0, contenders).Select(i => new Contender(this, $"c{i}", seed + i))];
        _contenders.ForEach(c => c.Send(ElectionInput.Start));
    }

    public List<string> Overlaps { get; } = [];

    public string? Leader => _contenders.Find(c => c.MayAct(_now))?.Name;

    /// <summary>From now on nothing is lost and nobody sleeps.</summary>
    public void Heal() => _healed = true;

    public void Pass(TimeSpan time)
    {
        var end = _now + time;
        while (_agenda.TryPeek(out var action, out var at) && at.Item1 <= end)
        {
            _agenda.Dequeue();
            _now = at.Item1;
            action();
            var acting = _contenders.Where(c => c.MayAct(_now)).Select(c => c.Name).ToList();
            if (acting.Count > 1)
            {
                Overlaps.Add($"{_now}: {string.Join(", ", acting)}");
            }
        }

        _now = end;
    }

    private void In(TimeSpan delay, Action action) => _agenda.Enqueue(action, (_now + delay, _sequence++));

    private TimeSpan Delay() => TimeSpan.FromSeconds(_healed ? 0.01 : _random.NextDouble() * (_random.Next(10) == 0 ? 6 : 0.1));

    private bool Lost() => !_healed && _random.Next(8) == 0;

    private ElectionInput Serve(ElectionOutputKind request, string name, string? basedOn)
    {
        if (request == ElectionOutputKind.Read)
        {
            return _lease is null ? ElectionInput.Absent : ElectionInput.Read(_lease);
        }

        if ((_lease?.ResourceVersion) != (request == ElectionOutputKind.Create ? null : basedOn))
        {
            return ElectionInput.Conflict;
        }

        _lease = new LeaseRecord(request == ElectionOutputKind.GiveUp ? "" : name, TimeSpan.FromSeconds(15), $"{++_version}");
        return ElectionInput.Written(_lease);
    }

    private sealed class Contender(ElectionSimulation world, string name, int seed)
    {
        private readonly ElectionMachine _machine = new(name, ElectionTimes.Default, new SeededRandom(seed));
        private readonly List<ElectionOutput> _outputs = [];
        private TimeSpan _asleepUntil;
        private TimeSpan _deadline;

        public string Name => name;

        /// <summary>What a fence would say, whether the process sleeps or not.</summary>
        public bool MayAct(TimeSpan now) => now < _deadline;

        public void Send(ElectionInput input)
        {
            if (world._now < _asleepUntil)
            {
                world.In(_asleepUntil - world._now, () => Send(input));
                return;
            }

            _outputs.Clear();
            _machine.Handle(input, new Tick(world._now), _outputs);
            _outputs.ForEach(Do);
            if (_machine.WakeAt is { } wake)
            {
                var left = wake.SinceStart - world._now;
                world.In(left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1), Wake);
            }

            if (!world._healed && world._random.Next(40) == 0)
            {
                _asleepUntil = world._now + TimeSpan.FromSeconds(world._random.Next(40));
            }
        }

        private void Wake()
        {
            if (_machine.WakeAt is { } wake && wake.SinceStart <= world._now)
            {
                Send(ElectionInput.Elapsed);
            }
        }

        private void Do(ElectionOutput output)
        {
            switch (output.Kind)
            {
                case ElectionOutputKind.Lead or ElectionOutputKind.Extend:
                    _deadline = output.Deadline.SinceStart;
                    break;
                case ElectionOutputKind.Lost or ElectionOutputKind.Released:
                    _deadline = TimeSpan.Zero;
                    break;
                case not ElectionOutputKind.Stopped:
                    Request(output.Kind, _machine.Lease?.ResourceVersion);
                    break;
            }
        }

        private void Request(ElectionOutputKind request, string? basedOn)
        {
            if (world.Lost())
            {
                world.In(TimeSpan.FromSeconds(5), () => Send(ElectionInput.Failed("lost")));
                return;
            }

            world.In(world.Delay(), () =>
            {
                var answer = world.Serve(request, name, basedOn);
                var lost = world.Lost();
                world.In(lost ? TimeSpan.FromSeconds(5) : world.Delay(), () => Send(lost ? ElectionInput.Failed("lost") : answer));
            });
        }
    }
}
