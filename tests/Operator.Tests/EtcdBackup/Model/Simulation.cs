using System.Text.Json;
using Daytwo.Backup.Pruning;
using Daytwo.Crds;
using Daytwo.Crds.Backups;
using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Operator.EtcdBackup.Rules;

namespace Daytwo.Operator.Tests.EtcdBackup.Model;

/// <summary>
/// Lives through a day of one EtcdBackup in virtual time, with everything going wrong that a seed draws: crashes between any two steps, lost
/// writes, failures, outages, clocks that jump. Then all is well again, and the object must be too.
/// </summary>
internal sealed class Simulation
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 0, 7, 31, TimeSpan.Zero);
    private readonly Random random;
    private readonly World world;
    private readonly TimeSpan skew;
    private bool faults = true;

    public Simulation(int seed)
    {
        random = new Random(seed);
        var oneOff = random.Next(5) == 0;
        world = new World(Start, new EtcdBackupSpec
        {
            Schedule = oneOff ? null : Pick("0 * * * *", "*/15 * * * *", "* * * * *", "7 */2 * * *"),
            Jitter = oneOff ? null : TimeSpan.FromSeconds(Pick(0, 0, 20, 3000)),
            StartingDeadlineSeconds = oneOff || random.Next(2) == 0 ? null : 300,
            ActiveDeadlineSeconds = 900,
            Retention = oneOff || random.Next(3) == 0 ? null : new RetentionSpec { KeepLast = random.Next(4), KeepHourly = random.Next(1, 5) },
            DeletionPolicy = Pick(BackupDeletionPolicy.Retain, BackupDeletionPolicy.Delete),
        });
        skew = random.Next(4) == 0 ? TimeSpan.FromDays(random.Next(1, 3000)) : TimeSpan.FromMinutes(random.Next(90));
    }

    public World World => world;

    /// <summary>A day of trouble.</summary>
    public void Suffer()
    {
        for (var i = 0; i < 150; i++)
        {
            Trouble();
            Settle();
            Pass(TimeSpan.FromSeconds(random.Next(1, 1200)));
        }
    }

    /// <summary>Some hours in which nothing fails.</summary>
    public void Recover()
    {
        faults = false;
        (world.Store.Broken, world.Prerequisites) = (null, Prerequisites.Met);
        world.Object = world.Object! with { Spec = world.Object.Spec with { Suspend = false } };
        for (var i = 0; i < 500; i++)
        {
            Settle();
            if (world.Process.Attempt is { Outcome: null } attempt)
            {
                Pass(TimeSpan.FromSeconds(20));
                if (attempt.Cancelled is null)
                {
                    world.Succeed();
                }
                else
                {
                    EndAttempt();
                }

                Settle();
            }

            Pass(TimeSpan.FromSeconds(47));
        }
    }

    /// <summary>Whether deciding again, even by a process that knows nothing, changes nothing more.</summary>
    public void AssertRest()
    {
        Settle();
        var writes = world.StatusWrites;
        for (var i = 0; i < 3; i++)
        {
            var decision = world.Decide();
            Assert.Null(decision.Effect);
            Assert.False(world.Write(decision.Status));
        }

        Assert.Equal(writes, world.StatusWrites);
    }

    private void Trouble()
    {
        EndAttempt();
        switch (random.Next(24))
        {
            case 0:
                world.Crash();
                break;
            case 1:
                world.Store.Broken = ("StoreUnreachable", "connection refused");
                break;
            case 2 or 3:
                world.Store.Broken = null;
                break;
            case 4:
                world.Prerequisites = new Prerequisites("SecretMissing", "create it");
                break;
            case 5 or 6:
                world.Prerequisites = Prerequisites.Met;
                break;
            case 7:
                world.Now += Pick(1, -1) * skew;
                break;
            case 8 when world.Object!.Spec.Schedule is not null:
                world.Object = world.Object with { Spec = world.Object.Spec with { Suspend = !world.Object.Spec.Suspend } };
                break;
            case 9 when world.Mirrors.Count > 0:
                world.Mirrors.Remove(world.Mirrors.Keys.ElementAt(random.Next(world.Mirrors.Count)));
                break;
            case 10 when world.Store.Copies.Count > 0:
                var i = random.Next(world.Store.Copies.Count);
                world.Store.Copies[i] = world.Store.Copies[i] with { Health = SnapshotHealth.Damaged, VerifiedAt = null };
                break;
            case 11:
                world.Store.Add($"by-hand-{world.Now.Ticks}", null, world.Now, world.Now);
                break;
        }
    }

    private void EndAttempt()
    {
        if (world.Process.Attempt is not { Outcome: null } attempt)
        {
            return;
        }

        if (attempt.Cancelled is { } cancelled)
        {
            world.EndRun(new RunOutcome.Failed(cancelled.Reason, cancelled.Message));
        }
        else if (random.Next(3) == 0 && world.Store.Broken is null)
        {
            world.Succeed();
        }
        else if (random.Next(3) == 0)
        {
            world.EndRun(new RunOutcome.Failed("EtcdUnreachable", "no endpoint answered"));
        }
    }

    /// <summary>Decides until there is nothing to do, with a crash or a lost write between any two steps.</summary>
    private void Settle()
    {
        for (var step = 0; ; step++)
        {
            var decision = world.Decide();
            Assert.True(step < 5000, $"does not come to rest at {world.Now:u}: {decision.Effect}, {decision.Status.CurrentRun}");
            if (Strikes(60))
            {
                continue; // the status did not reach the API; the effect is not carried out
            }

            world.Write(decision.Status);
            if (Strikes(60))
            {
                world.Crash(); // the intent is written, the effect is not carried out
                continue;
            }

            if (decision.Effect is null)
            {
                return;
            }

            world.Act(decision.Effect);
            Assert.NotNull(world.Object);
            if (Strikes(60))
            {
                world.Crash();
            }
        }
    }

    private bool Strikes(int oneIn) => faults && random.Next(oneIn) == 0;

    private void Pass(TimeSpan time) => world.Pass(time);

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];

    public static bool Mirrors(World world) => world.Store.Copies
        .Select(c => SnapshotName.Of(world.Object!.Metadata, c)).Order(StringComparer.Ordinal)
        .SequenceEqual(world.Mirrors.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    public static string? Condition(World world, string type) =>
        world.Object!.Status.Conditions?.FirstOrDefault(c => c.Type == type)?.Status;

    /// <summary>The end of a life, for the message of a failed test.</summary>
    public static string Describe(World world) =>
        $"at {world.Now:u}: {JsonSerializer.Serialize(world.Object!, CrdsJson.Default.EtcdBackup)}\n{string.Join(' ', world.Store.Copies.Select(c => $"{c.Id}:{c.Health}"))}";

    public static string Ready(World world) => Condition(world, ConditionTypes.Ready) ?? "";
}
