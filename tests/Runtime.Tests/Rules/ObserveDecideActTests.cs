using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Controllers;
using Daytwo.Runtime.Events;
using Daytwo.Runtime.Rules;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Rules;

public sealed class ObserveDecideActTests
{
    private readonly List<string> _log = [];
    private readonly ManualTime _time = new();
    private Seen? _seen = new("Idle", "Running");
    private string? _refuseStatus;
    private string? _refuseAct;

    [Fact]
    public async Task Intent_is_written_before_the_effect_and_then_observed_again()
    {
        var result = await Reconcile();
        Assert.Equal(["write Running", "event Started", "act launch"], _log);
        Assert.Equal(ReconcileResult.Again, result);
    }

    [Fact]
    public async Task Intent_that_stands_already_is_not_written_again()
    {
        _seen = new("Running", "Running");
        await Reconcile();
        Assert.Equal(["event Started", "act launch"], _log);
    }

    [Fact]
    public async Task Status_that_cannot_be_written_stops_everything_after_it()
    {
        _refuseStatus = "conflict";
        Assert.Equal(ReconcileResult.Retry("conflict"), await Reconcile());
        Assert.Equal(["write Running"], _log);
    }

    [Fact]
    public async Task Effect_that_fails_is_tried_again_after_the_back_off()
    {
        _refuseAct = "no disk";
        Assert.Equal(ReconcileResult.Retry("no disk"), await Reconcile());
    }

    [Fact]
    public async Task Nothing_to_do_sleeps_until_the_wake_time()
    {
        _seen = new("Done", "Done");
        Assert.Equal(ReconcileResult.At(_time.GetUtcNow() + TimeSpan.FromHours(1)), await Reconcile());
        Assert.Empty(_log);
    }

    [Fact]
    public async Task Object_that_is_gone_needs_nothing()
    {
        _seen = null;
        Assert.Equal(ReconcileResult.Done, await Reconcile());
        Assert.Empty(_log);
    }

    private ValueTask<ReconcileResult> Reconcile() =>
        new ObserveDecideAct<Rules, Seen, string, string>(new Effects(this), new Recorder(_log), _time)
            .Reconcile(new ReconcileContext(new ObjectKey("x"), 0), CancellationToken.None);

    private sealed record Seen(string Status, string Wanted);

    private sealed class Rules : IRules<Seen, string, string>
    {
        public static Decision<string, string> Decide(Seen seen, DateTimeOffset wall) => seen.Wanted == "Running"
            ? new("Running", "launch", null, [Notice.Normal("Started", "Launch", "it starts")])
            : new(seen.Wanted, null, wall + TimeSpan.FromHours(1), []);
    }

    private sealed class Effects(ObserveDecideActTests test) : IEffects<Seen, string, string>
    {
        public ValueTask<Seen?> Observe(ReconcileContext context, CancellationToken ct) => new(test._seen);

        public ObjectReference Regarding(Seen seen) => new();

        public bool IsCurrent(Seen seen, string status) => seen.Status == status;

        public ValueTask<StepOutcome> WriteStatus(ReconcileContext context, Seen seen, string status, CancellationToken ct)
        {
            test._log.Add("write " + status);
            return new(new StepOutcome(test._refuseStatus));
        }

        public ValueTask<StepOutcome> Act(ReconcileContext context, Seen seen, string effect, CancellationToken ct)
        {
            test._log.Add("act " + effect);
            return new(new StepOutcome(test._refuseAct));
        }
    }

    private sealed class Recorder(List<string> log) : IEventRecorder
    {
        public void Record(ObjectReference regarding, Notice notice) => log.Add("event " + notice.Reason);
    }
}
