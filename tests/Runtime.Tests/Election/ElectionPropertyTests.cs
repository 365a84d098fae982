using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Runtime.Tests.Election;

/// <summary>What holds for every history of contenders, requests lost on the way, answers lost or late, and processes that sleep.</summary>
public sealed class ElectionPropertyTests
{
    [Fact]
    public void No_two_contenders_may_act_at_once() => ForAll(simulation => Assert.True(simulation.Overlaps.Count == 0, string.Join('\n', simulation.Overlaps)));

    [Fact]
    public void Someone_leads_soon_after_all_faults_end() => ForAll(simulation =>
    {
        simulation.Heal();
        simulation.Pass(TimeSpan.FromSeconds(60));
        Assert.NotNull(simulation.Leader);
    });

    private static void ForAll(Action<ElectionSimulation> check) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var simulation = new ElectionSimulation(seed, contenders: 3);
            simulation.Pass(TimeSpan.FromMinutes(5));
            check(simulation);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
