using System.Runtime.CompilerServices;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Proof.Corpus;
using Daytwo.Proof.Files;
using Daytwo.Proof.Judging;
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
    private readonly RunMarks _marks = new(run);

    // Kinds whose object is stored: it stays for the rules to come, for some take their time to go.
    private readonly HashSet<ResourceType> _stored = [];

    public string Namespace => run;

    /// <summary>Compares every rule.</summary>
    /// <exception cref="ProofException">An outlet does not come into force, or the API refuses what is needed.</exception>
    public async Task<IReadOnlyList<RuleComparison>> Run(RuleSet rules, IProgress<ComparisonProgress> progress, CancellationToken ct)
    {
        var first = apiservers[0].Client;
        await RunNamespace.Create(made, first, Namespace, rules.Rules, ct);
        var source = await CorpusSource.Open(first, Namespace, ct);
        var snapshot = await ClusterSnapshot.Read(first, rules.Rules, ct);
        var results = new List<RuleComparison>();
        foreach (var (number, rule) in rules.Rules.Index())
        {
            progress.Report(new ComparisonProgress($"{rule.Metadata.Name}: putting it into both outlets", 0, null));
            var corpus = await source.Generated(rule, options.Given, ct);
            await Store(corpus, ct);
            var kept = made.Count;
            var generated = await Screen(corpus, rule, progress, ct);
            var compared = Variants(rule, rules.Exceptions, number);
            await PutInForce(compared, number, ct);
            foreach (var apiserver in apiservers)
            {
                var replay = new RuleReplay(apiserver, compared, new Engine(apiserver, _marks.Plain, snapshot));
                results.AddRange(await Replay(replay, $"{rule.Metadata.Name} on {apiserver.Name}", Items(source, generated, rule, ct), progress, ct));
            }

            await made.RemoveAllAfter(kept, time);
        }

        return results;
    }

    private List<ComparedRule> Variants(AdmissionRule rule, IReadOnlyList<RuleException> exceptions, int number) =>
    [
        .. Modes(rule).Select((mode, index) =>
        {
            var (policy, webhook) = (_marks.Of($"{number}-p{index}", 2 * index), _marks.Of($"{number}-w{index}", (2 * index) + 1));
            var inPolicy = MarkedRule.Of(rule, exceptions, policy.Manager, mode, RuleOutlet.Policy, _marks, policy);
            var inWebhook = MarkedRule.Of(rule, exceptions, webhook.Manager, mode, options.Against, _marks, webhook);
            return new ComparedRule(rule, mode, inPolicy, policy, inWebhook, webhook, RuleJudge.Of(inPolicy.Rule, inPolicy.Exceptions, time.GetUtcNow()));
        }),
    ];

    /// <summary>A rule that only changes objects does nothing outside mode Enforce.</summary>
    private IEnumerable<RuleMode> Modes(AdmissionRule rule) => options.Modes.Where(mode => mode == RuleMode.Enforce || rule.Spec.Validations is { Count: > 0 });

    private async Task PutInForce(IReadOnlyList<ComparedRule> compared, int number, CancellationToken ct)
    {
        foreach (var variant in compared)
        {
            await OutletObjects.Create(made, variant.InPolicy, time, ct);
            await OutletObjects.Create(made, variant.InWebhook, time, ct);
        }

        foreach (var outlet in (RuleOutlet[])[.. new[] { RuleOutlet.Policy, options.Against }.Distinct()])
        {
            // Another one for each rule: an apiserver may still have the last one in force, long after it was removed.
            var canary = new Canary(_marks, $"{number}-", outlet);
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

        foreach (var item in corpus.Stored().Where(item => _stored.Add(item.Type)))
        {
            await made.Create(item.Type, item.Namespace, item.Object!, ct);
        }
    }

    /// <summary>Learns which changes the API takes, before the rule is in force.</summary>
    private async Task<ScreenedCorpus> Screen(GeneratedCorpus corpus, AdmissionRule rule, IProgress<ComparisonProgress> progress, CancellationToken ct)
    {
        var (dryRun, tried) = (new DryRun(apiservers[0].Client.Transport), 0L);
        var streams = corpus.Streams(options.Generated, options.Seed, options.MayStore);
        long total = streams.Sum(stream => stream.Cases?.Changes.Count ?? 0);
        var step = $"{rule.Metadata.Name}: trying what the API takes";
        return await ScreenedCorpus.Of(
            streams, (item, token) => dryRun.Send(item, _marks.Plain, token), options.Concurrency,
            () => progress.Report(new ComparisonProgress(step, Interlocked.Increment(ref tried), total)), ct);
    }

    private async IAsyncEnumerable<CorpusItem> Items(CorpusSource source, ScreenedCorpus generated, AdmissionRule rule, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var item in source.Given(rule, options.Given).Concat(generated.Generate(options.Generated)))
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

    private async Task<IEnumerable<RuleComparison>> Replay(RuleReplay replay, string step, IAsyncEnumerable<CorpusItem> items, IProgress<ComparisonProgress> progress, CancellationToken ct)
    {
        var (start, done) = (time.GetTimestamp(), 0L);
        long? total = options.Live > 0 ? null : options.Generated + options.Given.Count;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = ct };
        await Parallel.ForEachAsync(items, parallel, async (item, token) =>
        {
            await replay.Compare(item, token);
            progress.Report(new ComparisonProgress(step, Interlocked.Increment(ref done), total));
        });
        return replay.Results(time.GetElapsedTime(start));
    }
}
