using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Proof.Comparing;
using Daytwo.Proof.Corpus;
using Daytwo.Proof.Replaying;
using Daytwo.Proof.Sandbox;

namespace Daytwo.Proof.Measuring;

/// <summary>
/// Measures what rules add to creating a pod: closed loop, dry run, marked requests. Each setup is in force alone: a webhook is called
/// for every request of its kind, whomever its rules are about, and would be part of all others.
/// </summary>
public sealed class MeasuringRun(Apiserver apiserver, MadeObjects made, MeasuringOptions options, string run, TimeProvider time)
{
    private static readonly ResourceType Pods = new("", "v1", "pods", "Pod", Namespaced: true);

    private readonly RunMarks _marks = new(run);

    /// <param name="rule">A rule about the creation of pods, copied as often as rules are wanted.</param>
    /// <param name="ns">A namespace in which pods can be created.</param>
    public async Task<IReadOnlyList<Measurement>> Run(AdmissionRule rule, string ns, IProgress<ComparisonProgress> progress, CancellationToken ct)
    {
        var results = new List<Measurement>();
        var kept = made.Count;
        var plans = options.RuleCounts.Select(count => (Count: count, Matching: true)).Append((Count: options.NotMatching, Matching: false));
        foreach (var (number, (count, matching)) in plans.Index())
        {
            var times = options.Concurrencies.SelectMany(_ => Enum.GetValues<Setup>(), (concurrency, setup) => (concurrency, setup)).ToDictionary(key => key, _ => new Latencies(time));
            for (var round = 0; round < options.Rounds; round++)
            {
                foreach (var setup in Enum.GetValues<Setup>())
                {
                    var suffix = $"m{number}-{round}-{(int)setup}";
                    progress.Report(new ComparisonProgress($"measuring {setup} with {count} {(matching ? "" : "other ")}rules, round {round + 1} of {options.Rounds}", 0, null));
                    var canaries = await PutInForce(rule, count, matching, suffix, setup, ns, ct);
                    foreach (var concurrency in options.Concurrencies)
                    {
                        await Load(_marks.Of(suffix), concurrency, times[(concurrency, setup)], ns, ct);
                    }

                    await made.RemoveAllAfter(kept, time);
                    foreach (var canary in canaries)
                    {
                        await canary.Gone([apiserver], ns, time, ct);
                    }
                }
            }

            results.AddRange(times.Select(entry => entry.Value.Result(entry.Key.setup, count, matching, entry.Key.concurrency)));
        }

        return results;
    }

    private async Task<IReadOnlyList<Canary>> PutInForce(AdmissionRule rule, int count, bool matching, string suffix, Setup setup, string ns, CancellationToken ct)
    {
        RuleOutlet[] outlets = setup switch
        {
            Setup.Policy => [RuleOutlet.Policy],
            Setup.Webhook => [RuleOutlet.Webhook],
            Setup.Both => [RuleOutlet.Policy, RuleOutlet.Webhook],
            _ => [],
        };
        var (canaries, mark) = (new List<Canary>(), _marks.Of(matching ? suffix : suffix + "-nobody"));
        foreach (var outlet in outlets)
        {
            for (var copy = 0; copy < count; copy++)
            {
                await OutletObjects.Create(made, MarkedRule.Of(rule, [], $"{run}-{suffix}-{outlet}-{copy}".ToLowerInvariant(), RuleMode.Enforce, outlet, _marks, mark), time, ct);
            }

            var canary = new Canary(_marks, suffix + "-", outlet);
            await OutletObjects.Create(made, canary.Rule, time, ct);
            await canary.InForce([apiserver], ns, time, ct);
            canaries.Add(canary);
        }

        return canaries;
    }

    private async Task Load(Mark mark, int concurrency, Latencies times, string ns, CancellationToken ct)
    {
        var (dryRun, left, begin) = (new DryRun(apiserver.Client.Transport), options.Requests, time.GetTimestamp());
        var item = new CorpusItem("measured", AdmissionOperation.Create, Pods, ns, "measured", Pod());
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var start = time.GetTimestamp();
                times.Add(start, await dryRun.Send(item, mark, ct));
            }
        }));
        times.EndRound(time.GetElapsedTime(begin));
    }

    private static System.Text.Json.Nodes.JsonObject Pod()
    {
        var pod = Seeds.Of("v1", "Pod")!;
        pod["metadata"]!["name"] = "measured";
        return pod;
    }
}
