using System.Collections.Concurrent;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Results;
using Daytwo.Runtime.Controllers;
using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Controllers;

public sealed class ControllerTests : IAsyncDisposable
{
    private static readonly ControllerOptions Options = new()
    {
        Workers = 2,
        Backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), 0),
        DrainPatience = TimeSpan.FromSeconds(5),
    };

    private readonly ManualTime _time = new();
    private readonly ThingApi _api = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _background = new();
    private readonly RuntimeServices _services;
    private readonly Informer<Thing> _things;
    private readonly ConcurrentQueue<string> _reconciled = new();
    private Func<ReconcileContext, CancellationToken, ValueTask<ReconcileResult>> _reconcile = (_, _) => new(ReconcileResult.Done);
    private Controller? _controller;
    private Task _informing = Task.CompletedTask;
    private Task _running = Task.CompletedTask;

    public ControllerTests()
    {
        _services = TestServices.Create(_time);
        _things = new Informer<Thing>(new KubernetesClient(_api), Thing.Resource, _services);
    }

    [Fact]
    public async Task Everything_known_is_reconciled_then_every_change()
    {
        _api.Put("a");
        Start(Predicates.GenerationChanged);
        await Reconciled("ns/a");
        _api.Put("b");
        await Reconciled("ns/a", "ns/b");
        _api.Put("a", generation: 2);
        await Reconciled("ns/a", "ns/b", "ns/a");
    }

    [Fact]
    public async Task Change_of_status_alone_does_not_pass_the_generation_predicate()
    {
        _api.Put("a");
        Start(Predicates.GenerationChanged);
        await Reconciled("ns/a");
        _api.Put("a", "only status", generation: 1);
        _api.Put("b");
        await Reconciled("ns/a", "ns/b");
    }

    [Fact]
    public async Task Failing_key_is_tried_again_later_and_later_while_others_go_on()
    {
        _reconcile = (context, _) => context.Key.Name == "bad" ? throw new InvalidOperationException("always") : new(ReconcileResult.Done);
        _api.Put("bad");
        Start();
        await Reconciled("ns/bad");
        _api.Put("good");
        await Reconciled("ns/bad", "ns/good");
        await Idle();
        _time.Advance(TimeSpan.FromSeconds(1));
        await Reconciled("ns/bad", "ns/good", "ns/bad");
        await Idle();
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, _reconciled.Count);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Reconciled("ns/bad", "ns/good", "ns/bad", "ns/bad");
        Assert.Contains("controller_runtime_reconcile_errors_total{controller=\"test\"} 3", _services.Metrics.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wake_time_is_kept_exactly()
    {
        var first = true;
        _reconcile = (_, _) =>
        {
            var result = first ? ReconcileResult.At(_time.GetUtcNow() + TimeSpan.FromHours(2)) : ReconcileResult.Done;
            first = false;
            return new(result);
        };
        _api.Put("a");
        Start();
        await Reconciled("ns/a");
        await Idle();
        _time.Advance(TimeSpan.FromHours(2) - TimeSpan.FromMilliseconds(1));
        Assert.Single(_reconciled);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await Reconciled("ns/a", "ns/a");
    }

    [Fact]
    public async Task Wall_clock_set_forward_wakes_who_waited_for_a_wall_time()
    {
        _reconcile = (_, _) => new(ReconcileResult.At(new DateTimeOffset(2026, 1, 1, 2, 0, 0, TimeSpan.Zero)));
        _api.Put("a");
        Start();
        await Reconciled("ns/a");
        await Idle();
        _time.SetWallBy(TimeSpan.FromMinutes(90));
        _time.Advance(TimeSpan.FromSeconds(20));
        await Reconciled("ns/a", "ns/a");
    }

    [Fact]
    public async Task Key_waits_until_its_own_write_is_visible()
    {
        var written = new TaskCompletionSource<string>();
        _reconcile = (context, _) =>
        {
            if (_reconciled.Count == 1)
            {
                _api.Mute = true;
                var version = _api.Put("a", "written");
                context.Wrote(Thing.Resource, new ApiResult<Thing>(Thing.Of("a", version), null, []));
                written.SetResult(version);
                return new(ReconcileResult.Again);
            }

            Assert.Equal("later", _things.Store.Get(context.Key)!.Value);
            return new(ReconcileResult.Done);
        };
        _api.Put("a", "read");
        Start(Predicates.GenerationChanged);
        await Eventually.Within(written.Task);
        await Idle();
        _controller!.Enqueue(new ObjectKey("ns", "a"));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Single(_reconciled);
        _api.Mute = false;
        _api.Put("a", "later");
        await Reconciled("ns/a", "ns/a");
    }

    [Fact]
    public async Task Shutdown_waits_for_running_reconciles_and_starts_no_more()
    {
        var release = new TaskCompletionSource<ReconcileResult>();
        _reconcile = (_, _) => new(release.Task);
        _api.Put("a");
        Start();
        await Reconciled("ns/a");
        await _stop.CancelAsync();
        _controller!.Enqueue(new ObjectKey("ns", "late"));
        Assert.False(_running.IsCompleted);
        release.SetResult(ReconcileResult.Again);
        await Eventually.Within(_running);
        Assert.Equal(["ns/a"], _reconciled);
    }

    [Fact]
    public async Task Shutdown_cancels_what_does_not_end_in_time()
    {
        _reconcile = async (_, ct) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
            return ReconcileResult.Done;
        };
        _api.Put("a");
        Start();
        await Reconciled("ns/a");
        await _stop.CancelAsync();
        await Eventually.True(() => _running.IsCompleted, "ended", _time);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _background.CancelAsync();
        await Eventually.Within(Task.WhenAll(_informing, _running));
        _controller?.Dispose();
        _stop.Dispose();
        _background.Dispose();
    }

    private void Start(ChangePredicate<Thing>? predicate = null)
    {
        _controller = new Controller("test", new Recorded(this), _services, Options).For(_things, predicate);
        _informing = _things.Run(_background.Token);
        _running = _controller.Run(_stop.Token);
    }

    private Task Reconciled(params string[] keys) =>
        Eventually.True(() => _reconciled.SequenceEqual(keys), $"reconciled {string.Join(", ", keys)}");

    /// <summary>Waits until outcomes are told to the queue.</summary>
    private Task Idle() => Eventually.True(
        () => _services.Metrics.ToText().Contains("controller_runtime_active_workers{controller=\"test\"} 0", StringComparison.Ordinal), "idle");

    private sealed class Recorded(ControllerTests tests) : IReconciler
    {
        public ValueTask<ReconcileResult> Reconcile(ReconcileContext context, CancellationToken ct)
        {
            tests._reconciled.Enqueue(context.Key.ToString());
            return tests._reconcile(context, ct);
        }
    }
}
