using Daytwo.LocalCluster.Programs;

namespace Daytwo.Bench.Compare;

/// <summary>All comparisons by name; runs the ones asked for and prints a line per figure.</summary>
internal static class Comparisons
{
    private static readonly Entry[] All =
    [
        Of<SnapshotComparison>(),
        Of<PaddingComparison>(),
        Of<SizeComparison>(),
        Of<MemoryComparison>(),
        Of<ReconcileComparison>(),
        Of<CelComparison>(),
        Of<WebhookComparison>(),
        Of<AdmissionComparison>(),
    ];

    /// <summary>Runs the named comparisons, or all.</summary>
    /// <returns>0 when every figure is good enough, 1 when one falls short, 2 for a name that does not exist.</returns>
    public static async Task<int> Run(string[] names, CancellationToken ct)
    {
        if (names is ["--list"])
        {
            foreach (var entry in All)
            {
                Console.WriteLine($"{entry.Name,-18}{entry.Description}");
            }

            return 0;
        }

        if (names.FirstOrDefault(n => All.All(e => e.Name != n)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"bench: there is no '{unknown}'; there are: {string.Join(", ", All.Select(e => e.Name))}");
            return 2;
        }

        var folder = AppContext.BaseDirectory;
        var setting = new Setting(ProgramCatalog.FromEnvironment(), Path.Combine(folder, "daytwo"), Path.Combine(folder, "daytwo-bench"), 5, Console.Error.WriteLine);
        var good = true;
        foreach (var entry in All.Where(e => names.Length == 0 || names.Contains(e.Name)))
        {
            foreach (var figure in await entry.Run(setting, ct))
            {
                Console.WriteLine(figure);
                good &= figure.GoodEnough;
            }
        }

        return good ? 0 : 1;
    }

    private static Entry Of<T>() where T : IComparison => new(T.Name, T.Description, T.Run);

    private sealed record Entry(string Name, string Description, Func<Setting, CancellationToken, Task<IReadOnlyList<Figure>>> Run);
}
