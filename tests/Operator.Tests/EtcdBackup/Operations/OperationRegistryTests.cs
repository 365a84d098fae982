using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Operator.EtcdBackup.Operations;
using Daytwo.Runtime;
using Daytwo.Runtime.Election;
using Daytwo.Runtime.Machines;
using Microsoft.Extensions.Logging.Abstractions;

namespace Daytwo.Operator.Tests.EtcdBackup.Operations;

public sealed class OperationRegistryTests : IDisposable
{
    private static readonly ObjectKey Key = new("nightly");
    private readonly TaskCompletionSource<RunOutcome> first = new();
    private readonly OperationRegistry registry = new(TimeProvider.System, LeaderFence.Open(new MonotonicClock(TimeProvider.System)), NullLogger.Instance);
    private readonly SemaphoreSlim changed = new(0);
    private int started;

    public OperationRegistryTests() => registry.Changed = _ => changed.Release();

    public void Dispose() => changed.Dispose();

    [Fact]
    public async Task Same_attempt_asked_for_twice_starts_once()
    {
        Assert.True(Start("run-1", 1));
        Assert.True(Start("run-1", 1));
        first.SetResult(new RunOutcome.Failed("X", "x"));
        await changed.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, started);
        Assert.True(Start("run-1", 1));
        Assert.Equal(new RunOutcome.Failed("X", "x"), registry.Look("uid").Run!.Outcome);
    }

    [Fact]
    public void Second_attempt_waits_for_the_first_to_end()
    {
        Assert.True(Start("run-1", 1));
        Assert.False(Start("run-1", 2));
        Assert.False(Start("run-2", 1));
    }

    [Fact]
    public async Task Cancelled_attempt_ends_with_the_reason_given()
    {
        Start("run-1", 1, ct => Task.Delay(Timeout.Infinite, ct));
        registry.CancelRun("uid", "run-1", "DeadlineExceeded", "too long");
        await changed.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new RunOutcome.Failed("DeadlineExceeded", "too long"), registry.Look("uid").Run!.Outcome);
    }

    [Fact]
    public async Task Attempt_that_throws_has_failed_and_blocks_nothing()
    {
        Start("run-1", 1, _ => throw new InvalidOperationException("a bug"));
        await changed.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new RunOutcome.Failed("InternalError", "a bug"), registry.Look("uid").Run!.Outcome);
        Assert.True(Start("run-1", 2));
    }

    [Fact]
    public async Task Nothing_runs_after_the_end_and_nothing_starts()
    {
        Start("run-1", 1, ct => Task.Delay(Timeout.Infinite, ct));
        await registry.End();
        Assert.False(registry.Look("uid").Run!.IsRunning);
        Assert.False(Start("run-1", 2));
    }

    [Fact]
    public void Nothing_starts_without_leadership()
    {
        var follower = new OperationRegistry(TimeProvider.System, new LeaderFence(new MonotonicClock(TimeProvider.System)), NullLogger.Instance);
        Assert.False(follower.StartRun(Key, "uid", "run-1", 1, (_, _) => first.Task));
        Assert.False(follower.StartStoreWork(Key, "uid", StoreWork.Listing, _ => Task.FromResult<StoreContent?>(null), _ => ("", "")));
    }

    [Fact]
    public async Task Object_of_the_same_name_inherits_nothing()
    {
        Start("run-1", 1, ct => Task.Delay(Timeout.Infinite, ct));
        registry.Forget(Key, exceptUid: "uid-2");
        await changed.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Null(registry.Look("uid").Run);
        Assert.True(registry.StartRun(Key, "uid-2", "run-1", 1, (_, _) => first.Task));
    }

    [Fact]
    public async Task Store_is_known_after_a_listing_and_stale_after_a_run()
    {
        var content = new StoreContent("s3://b", [], [], DateTimeOffset.UnixEpoch);
        registry.StartStoreWork(Key, "uid", StoreWork.Listing, _ => Task.FromResult<StoreContent?>(content), _ => ("", ""));
        await changed.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((content, false), (registry.Look("uid").Store.Content, registry.Look("uid").Store.Stale));

        Start("run-1", 1);
        first.SetResult(new RunOutcome.Succeeded(new Model.ModelStore().Add("run-1", "nightly", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch), TimeSpan.Zero));
        await changed.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(registry.Look("uid").Store.Stale);
    }

    [Fact]
    public async Task Failures_with_the_store_are_counted_until_one_succeeds()
    {
        for (var count = 1; count <= 2; count++)
        {
            registry.StartStoreWork(Key, "uid", StoreWork.Deleting, _ => throw new IOException("gone"), e => ("StoreUnreachable", e.Message));
            await changed.WaitAsync(TestContext.Current.CancellationToken);
            Assert.Equal((count, "StoreUnreachable"), (registry.Look("uid").Store.Fault!.Count, registry.Look("uid").Store.Fault!.Reason));
        }

        registry.StartStoreWork(Key, "uid", StoreWork.Deleting, _ => Task.FromResult<StoreContent?>(null), _ => ("", ""));
        await changed.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Null(registry.Look("uid").Store.Fault);
    }

    private bool Start(string id, int attempt, Func<CancellationToken, Task>? work = null) => registry.StartRun(Key, "uid", id, attempt, async (_, ct) =>
    {
        Interlocked.Increment(ref started);
        if (work is not null)
        {
            await work(ct);
        }

        return await first.Task;
    });
}
