using Daytwo.Crds;
using Daytwo.Crds.Backups.Status;
using Daytwo.Operator.Tests.EtcdBackup.Model;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Operator.Tests.EtcdBackup;

/// <summary>The world itself refuses a second attempt, an attempt without intent, and the loss of the newest verified copy.</summary>
public sealed class SimulationTests
{
    [Fact]
    public void After_any_trouble_backups_are_taken_again_and_everything_agrees() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            try
            {
                Live(seed);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}: {e}");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Seeds));



    /// <summary>DAYTWO_SEEDS asks for more than a commit needs.</summary>
    private static int Seeds => int.TryParse(Environment.GetEnvironmentVariable("DAYTWO_SEEDS"), out var seeds) ? seeds : 40;

    private static void Live(int seed)
    {
        var simulation = new Simulation(seed);
        simulation.Suffer();
        simulation.Recover();
        simulation.AssertRest();
        var world = simulation.World;
        Assert.True(Simulation.Mirrors(world), "EtcdSnapshots and copies differ");
        if (world.Object!.Spec.Schedule is null)
        {
            Assert.NotNull(world.Object.Status.LastRun?.Result);
            Assert.Equal(world.Object.Status.LastRun.Result == RunResult.Succeeded ? "True" : "False", Simulation.Ready(world));
        }
        else
        {
            Assert.True(Simulation.Ready(world) == "True", Simulation.Describe(world));
            Assert.True(Simulation.Condition(world, ConditionTypes.RpoMet) == "True", Simulation.Describe(world));
        }
    }
}
