using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Proof.Comparing;
using Daytwo.Proof.Corpus;
using Daytwo.Proof.Replaying;
using Daytwo.Proof.Sandbox;

namespace Daytwo.Proof.Measuring;

/// <summary>
/// Measures what rules add to creating a pod: closed loop, dry run, marked requests. All setups are in force at the same time and take
/// turns, so that they are measured under the same conditions.
/// </summary>
public sealed class MeasuringRun(Apiserver apiserver, MadeObjects made, MeasuringOptions options, string run, TimeProvider time)
{
    private static readonly ResourceType Pods = new("", "v1", "pods", "Pod", Namespaced: true);

    /// <param name="rule">A rule about the creation of pods, copied as often as rules are wanted.</param>
    /// <param name="ns">A namespace in which pods can be created.</param>
    public async Task<IReadOnlyList<Measurement>> Run(AdmissionRule rule, string ns, IProgress<ComparisonProgress> progress, CancellationToken ct)
    {
        var results = new List<Measurement>();
        var kept = made.Count;
        var plans = options.RuleCounts.Select(count => (Count: count, Matching: true)).Append((Count: options.NotMatching, Matching: false));
        foreach (var (number, (count, matching)) in plans.Index())
        {
            var step = $"measuring with {count} {(matching ? "" : "other ")}rules";
            progress.Report(new ComparisonProgress(step, 0, null));
            var marks = Enum.GetValues<Setup>().ToDictionary(setup => setup, setup => new Mark($"{run}-m{number}-{setup}".ToLowerInvariant(), 0));
            await PutInForce(rule, count, matching, $"{run}-m{number}", marks, ns, ct);
            var item = new CorpusItem("measured", AdmissionOperation.Create, Pods, ns, "measured", Pod());
            foreach (var concurrency in options.Concurrencies)
            {
                results.AddRange(await Measure(item, marks, count, matching, concurrency, step, progress, ct));
            }

            await made.Remove(time, kept);
        }

        return results;
    }

    private async Task PutInForce(AdmissionRule rule, int count, bool matching, string prefix, Dictionary<Setup, Mark> marks, string ns, CancellationToken ct)
    {
        var nobody = new Mark(prefix + "-nobody", 0);
        Mark[] policy = matching ? [marks[Setup.Policy], marks[Setup.Both]] : [nobody];
        Mark[] webhook = matching ? [marks[Setup.Webhook], marks[Setup.Both]] : [nobody];
        for (var copy = 0; copy < count; copy++)
        {
            await OutletObjects.Create(made, MarkedRule.Of(rule, [], $"{prefix}-p{copy}", RuleMode.Enforce, RuleOutlet.Policy, policy), time, ct);
            await OutletObjects.Create(made, MarkedRule.Of(rule, [], $"{prefix}-w{copy}", RuleMode.Enforce, RuleOutlet.Webhook, webhook), time, ct);
        }

        foreach (var canary in (Canary[])[new(prefix, RuleOutlet.Policy), new(prefix, RuleOutlet.Webhook)])
        {
            await OutletObjects.Create(made, canary.Rule, time, ct);
            await canary.InForce([apiserver], ns, time, ct);
        }
    }

    private async Task<IEnumerable<Measurement>> Measure(
        CorpusItem item, Dictionary<Setup, Mark> marks, int count, bool matching, int concurrency, string step, IProgress<ComparisonProgress> progress, CancellationToken ct)
    {
        var times = marks.ToDictionary(mark => mark.Key, _ => new Latencies(time));
        var (done, total) = (0L, (long)options.Rounds * marks.Count * options.Requests);
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var (setup, mark) in marks)
            {
                var start = time.GetTimestamp();
                await Load(item, mark, concurrency, times[setup], ct);
                times[setup].EndRound(time.GetElapsedTime(start));
                progress.Report(new ComparisonProgress($"{step}, {concurrency} in flight", done += options.Requests, total));
            }
        }

        return times.Select(entry => entry.Value.Result(entry.Key, count, matching, concurrency));
    }

    private async Task Load(CorpusItem item, Mark mark, int concurrency, Latencies times, CancellationToken ct)
    {
        var (dryRun, left) = (new DryRun(apiserver.Client.Transport), options.Requests);
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var start = time.GetTimestamp();
                times.Add(start, await dryRun.Send(item, mark, ct));
            }
        }));
    }

    private static System.Text.Json.Nodes.JsonObject Pod()
    {
        var pod = Seeds.Of("v1", "Pod")!;
        pod["metadata"]!["name"] = "measured";
        return pod;
    }
}
