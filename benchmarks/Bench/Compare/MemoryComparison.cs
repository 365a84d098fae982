using Daytwo.Bench.Measuring;

namespace Daytwo.Bench.Compare;

/// <summary>What an operator that watches pods, nodes and its own kind keeps in memory: idle, and with 10,000 pods.</summary>
internal sealed class MemoryComparison : IComparison
{
    private const int Samples = 3;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(10);

    public static string Name => "memory";

    public static string Description => "resident memory, pods and nodes watched: idle, and added by 10,000 pods of 8 KB";

    public static async Task<IReadOnlyList<Figure>> Run(Setting setting, CancellationToken ct)
    {
        await using var servers = await OperatorServers.Start(setting, ct);
        var (ours, twin) = (new List<double>(), new List<double>());
        for (var sample = 1; sample < Samples; sample++)
        {
            await using var a = servers.StartOurs("--pods", "--nodes");
            await using var b = servers.StartTwin("--pods", "--nodes");
            await Task.Delay(Settle, TimeProvider.System, ct);
            ours.Add(LiveProcess.ResidentMiB(a.Id));
            twin.Add(LiveProcess.ResidentMiB(b.Id));
        }

        await using var our = servers.StartOurs("--pods", "--nodes");
        await using var other = servers.StartTwin("--pods", "--nodes");
        await Task.Delay(Settle, TimeProvider.System, ct);
        ours.Add(LiveProcess.ResidentMiB(our.Id));
        twin.Add(LiveProcess.ResidentMiB(other.Id));
        setting.Say("memory: creating 10,000 pods of 8 KB …");
        await servers.Fill(["--kind", "pod", "--n", "10000", "--bytes", "8000"], ct);
        await Task.Delay(Settle, TimeProvider.System, ct);
        return
        [
            new("memory.idle", "MiB", ours, twin, 1.0),
            new("memory.pods", "MiB", [LiveProcess.ResidentMiB(our.Id) - ours[^1]], [LiveProcess.ResidentMiB(other.Id) - twin[^1]], 0.2),
        ];
    }
}
