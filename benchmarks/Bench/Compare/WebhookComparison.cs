using Daytwo.Bench.Measuring;
using Daytwo.Bench.Webhooks;
using Daytwo.LocalCluster;

namespace Daytwo.Bench.Compare;

/// <summary>Reviews of pods sent straight to the webhook servers over HTTP/1.1, as apiservers send them: the same rules on both sides.</summary>
internal sealed class WebhookComparison : IComparison
{
    private const int OthersCount = 200;
    private const int Alone = 6_000;
    private const int Together = 40_000;

    public static string Name => "webhook";

    public static string Description => "admission reviews over HTTP/1.1: latency, throughput, memory; 200 rules about other kinds";

    public static async Task<IReadOnlyList<Figure>> Run(Setting setting, CancellationToken ct)
    {
        using var folder = new ScratchFolder();
        var review = Path.Combine(folder.Path, "review.json");
        await File.WriteAllTextAsync(review, BenchRules.Review, ct);
        await using var api = await EmbeddedApi.Start(setting, folder.Path, "few", ct);
        await using var full = await EmbeddedApi.Start(setting, folder.Path, "many", ct);
        await using var few = await WebhookReplica.Start(setting, api.Kubeconfig, BenchRules.AsTheTwin, folder.Path, ct);
        await using var many = await WebhookReplica.Start(setting, full.Kubeconfig, $"{BenchRules.AsTheTwin}\n---\n{BenchRules.Others(OthersCount)}", folder.Path, ct);
        await using var twin = await TwinWebhook.Start(setting, api.Kubeconfig, folder.Path, ct);
        var (ours, others, theirs) = (new Side(few.Address + "/validate/ignore"), new Side(many.Address + "/validate/ignore"), new Side(twin.Address + "/validate"));
        for (var run = 0; run < setting.Runs; run++)
        {
            foreach (var side in new[] { theirs, ours, others })
            {
                side.Alone.Add(await Load(setting, side.Url, review, Alone, 1, ct));
                side.Together.Add(await Load(setting, side.Url, review, Together, 50, ct));
            }

            ours.Resident.Add(LiveProcess.ResidentMiB(few.Id));
            theirs.Resident.Add(LiveProcess.ResidentMiB(twin.Id));
            setting.Say($"run {run + 1} of {setting.Runs}: alone ours {ours.Alone[^1]}, twin {theirs.Alone[^1]}; 50 at once ours {ours.Together[^1]}, twin {theirs.Together[^1]}");
        }

        return
        [
            new("webhook.p50", "ms", [.. ours.Alone.Select(r => r.P50)], [.. theirs.Alone.Select(r => r.P50)], 0.6),
            new("webhook.time-per-request", "µs", [.. ours.Together.Select(r => r.Microseconds)], [.. theirs.Together.Select(r => r.Microseconds)], 1 / 1.7),
            new("webhook.p99", "ms", [.. ours.Together.Select(r => r.P99)], [.. theirs.Together.Select(r => r.P99)], 0.7),
            new("webhook.rss", "MiB", ours.Resident, theirs.Resident, 1.0),
            new("webhook.other-rules", "ms", [.. others.Alone.Select(r => r.P50)], [.. ours.Alone.Select(r => r.P50)], 1.05),
        ];
    }

    private static async Task<LoadResult> Load(Setting setting, string url, string review, int count, int concurrency, CancellationToken ct)
    {
        string[] words = ["load", "--h2=false", "--url", url, "--review", review, "--n", $"{count}", "--c", $"{concurrency}", "--allowed", "true"];
        return LoadResult.Parse(await Output.Of(setting.Require("twin").Path, words, "", ct));
    }

    private sealed record Side(string Url)
    {
        public List<LoadResult> Alone { get; } = [];

        public List<LoadResult> Together { get; } = [];

        public List<double> Resident { get; } = [];
    }
}
