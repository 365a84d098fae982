using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Queue;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Runtime.Tests.Queue;

/// <summary>What holds for every history of a work queue.</summary>
public sealed class QueuePropertyTests
{
    private static readonly QueueOptions Options = new(2, new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8), 0.5), TimeSpan.FromSeconds(5));

    [Fact]
    public void Key_is_never_worked_on_twice_at_once_and_workers_are_never_exceeded() => ForAll(run =>
    {
        Assert.All(run.Log, entry => Assert.True(entry.Running.Count <= Options.Workers));
        Assert.All(run.Log, entry => Assert.Equal(entry.Running.Count, entry.Running.Distinct().Count()));
    });

    [Fact]
    public void Every_add_is_followed_by_a_start() => ForAll(run =>
    {
        run.FinishAll();
        foreach (var (key, at) in run.Adds)
        {
            Assert.Contains(run.Starts, s => s.Key == key && s.At >= at);
        }
    });

    [Fact]
    public void Failed_key_always_comes_back() => ForAll(run =>
    {
        run.FinishAll();
        foreach (var (key, at) in run.Failures)
        {
            Assert.Contains(run.Starts, s => s.Key == key && s.At >= at);
        }
    });

    [Fact]
    public void Nothing_starts_without_cause() => ForAll(run =>
    {
        run.FinishAll();
        Assert.True(run.Starts.Count <= run.Adds.Count + run.Failures.Count + run.Agains.Count);
    });

    [Fact]
    public void Idle_queue_remembers_nothing_and_wants_no_wake() => ForAll(run =>
    {
        run.FinishAll();
        Assert.Null(run.Machine.WakeAt);
        Assert.Equal((0, 0, 0), (run.Machine.Ready, run.Machine.Waiting, run.Machine.Running));
    });

    private static void ForAll(Action<QueueRun> check) =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Action, byte Key, byte Time)[]>(), steps =>
        {
            var run = new QueueRun(Options, new SeededRandom(steps.Length));
            foreach (var (action, key, time) in steps)
            {
                run.Step(action, key % 5, TimeSpan.FromSeconds(time % 7));
            }

            check(run);
        }).QuickCheckThrowOnFailure();
}
