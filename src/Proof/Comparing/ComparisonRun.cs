using System.Runtime.CompilerServices;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Proof.Corpus;
using Daytwo.Proof.Files;
using Daytwo.Proof.Replaying;
using Daytwo.Proof.Sandbox;

namespace Daytwo.Proof.Comparing;

/// <summary>
/// Replays a corpus through both outlets of each rule on each apiserver, by dry run. Rules are in force for marked requests only,
/// and everything made is removed at the end.
/// </summary>
/// <param name="apiservers">All of one cluster, at least one.</param>
/// <param name="run">Names the run: at most 20 lower-case letters and digits, unique in the cluster.</param>
public sealed class ComparisonRun(IReadOnlyList<Apiserver> apiservers, MadeObjects made, ComparisonOptions options, string run, TimeProvider time)
{
    // Deletions bear their mark as a grace period; nobody else asks for more than a day.
    private const int FirstGrace = 4_000_000;

    public string Namespace => run;

    /// <summary>Compares every rule.</summary>
    /// <exception cref="ProofException">An outlet does not come into force, or the API refuses what is needed.</exception>
    public async Task<IReadOnlyList<RuleComparison>> Run(RuleSet rules, IProgress<ComparisonProgress> progress, CancellationToken ct)
    {
        var first = apiservers[0].Client;
        await RunNamespace.Create(made, first, Namespace, rules.Rules, ct);
        var source = await CorpusSource.Open(first, Namespace, ct);
        var results = new List<RuleComparison>();
        var kept = made.Count;
        foreach (var (number, rule) in rules.Rules.Index())
        {
            progress.Report(new ComparisonProgress($"{rule.Metadata.Name}: putting it into both outlets", 0, null));
            var corpus = await source.Generated(rule, options.Given, ct);
            await Store(corpus, ct);
            var compared = Variants(rule, rules.Exceptions, number);
            await PutInForce(compared, ct);
            foreach (var apiserver in apiservers)
            {
                foreach (var variant in compared)
                {
                    results.Add(await Replay(apiserver, variant, Items(source, corpus, rule, ct), progress, ct));
                }
            }

            await made.Remove(time, kept);
        }

        return results;
    }

    private List<ComparedRule> Variants(AdmissionRule rule, IReadOnlyList<RuleException> exceptions, int number) =>
    [
        .. Modes(rule).Select((mode, index) =>
        {
            var (policy, webhook) = (new Mark($"{run}-{number}-p{index}", FirstGrace + (2 * index)), new Mark($"{run}-{number}-w{index}", FirstGrace + (2 * index) + 1));
            return new ComparedRule(
                rule, mode,
                MarkedRule.Of(rule, exceptions, policy.Manager, mode, RuleOutlet.Policy, policy), policy,
                MarkedRule.Of(rule, exceptions, webhook.Manager, mode, options.Against, webhook), webhook);
        }),
    ];

    /// <summary>A rule that only changes objects does nothing outside mode Enforce.</summary>
    private IEnumerable<RuleMode> Modes(AdmissionRule rule) => options.Modes.Where(mode => mode == RuleMode.Enforce || rule.Spec.Validations is { Count: > 0 });

    private async Task PutInForce(IReadOnlyList<ComparedRule> compared, CancellationToken ct)
    {
        foreach (var variant in compared)
        {
            await OutletObjects.Create(made, variant.InPolicy, time, ct);
            await OutletObjects.Create(made, variant.InWebhook, time, ct);
        }

        foreach (var outlet in (RuleOutlet[])[.. new[] { RuleOutlet.Policy, options.Against }.Distinct()])
        {
            var canary = new Canary(run, outlet);
            await OutletObjects.Create(made, canary.Rule, time, ct);
            await canary.InForce(apiservers, Namespace, time, ct);
        }
    }

    private async Task Store(GeneratedCorpus corpus, CancellationToken ct)
    {
        if (!options.MayStore)
        {
            return;
        }

        foreach (var item in corpus.Stored())
        {
            await made.Create(item.Type, item.Namespace, item.Object!, ct);
        }
    }

    private async IAsyncEnumerable<CorpusItem> Items(CorpusSource source, GeneratedCorpus corpus, AdmissionRule rule, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var item in source.Given(rule, options.Given).Concat(corpus.Generate(options.Generated, options.Seed, options.MayStore)))
        {
            yield return item;
        }

        if (options.Live > 0)
        {
            await foreach (var item in source.Live(rule, options.Live, ct))
            {
                yield return item;
            }
        }
    }

    private async Task<RuleComparison> Replay(
        Apiserver apiserver, ComparedRule rule, IAsyncEnumerable<CorpusItem> items, IProgress<ComparisonProgress> progress, CancellationToken ct)
    {
        var (replay, start, done) = (new RuleReplay(apiserver, rule), time.GetTimestamp(), 0L);
        var step = $"{rule.Rule.Metadata.Name} ({rule.Mode}) on {apiserver.Name}";
        long? total = options.Live > 0 ? null : options.Generated + options.Given.Count;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = ct };
        await Parallel.ForEachAsync(items, parallel, async (item, token) =>
        {
            await replay.Compare(item, token);
            progress.Report(new ComparisonProgress(step, Interlocked.Increment(ref done), total));
        });
        return replay.Result(time.GetElapsedTime(start));
    }
}
