using Daytwo.Bench.Measuring;
using Daytwo.LocalCluster.Processes;

namespace Daytwo.Bench.Compare;

/// <summary>2,000 small objects created; the clock stops when every status is written.</summary>
internal sealed class ReconcileComparison : IComparison
{
    private const string Objects = "2000";
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(4);

    public static string Name => "reconcile";

    public static string Description => "2,000 objects created to every status written: time, CPU of the operator";

    public static async Task<IReadOnlyList<Figure>> Run(Setting setting, CancellationToken ct)
    {
        await using var servers = await OperatorServers.Start(setting, ct);
        var (ours, twin) = (new List<(double Time, double Cpu)>(), new List<(double Time, double Cpu)>());
        for (var run = 0; run < setting.Runs; run++)
        {
            twin.Add(await Once(servers, servers.StartTwin(), ct));
            ours.Add(await Once(servers, servers.StartOurs(), ct));
            setting.Say($"run {run + 1} of {setting.Runs}: ours {ours[^1]}, twin {twin[^1]}");
        }

        return
        [
            new("reconcile.time", "s", [.. ours.Select(r => r.Time)], [.. twin.Select(r => r.Time)], 0.8),
            new("reconcile.cpu", "s", [.. ours.Select(r => r.Cpu)], [.. twin.Select(r => r.Cpu)], 0.7),
        ];
    }

    private static async Task<(double Time, double Cpu)> Once(OperatorServers servers, ChildProcess started, CancellationToken ct)
    {
        await using var process = started;
        await Task.Delay(Start, TimeProvider.System, ct);
        var before = LiveProcess.CpuSeconds(process.Id);
        var time = await servers.Fill(["--kind", "echo", "--n", Objects, "--wait"], ct);
        var cpu = LiveProcess.CpuSeconds(process.Id) - before;
        await servers.Kubectl(["delete", "echoes", "--all", "-n", "default", "--wait=false"], ct);
        return (time, cpu);
    }
}
