using Daytwo.Kubernetes.Transport;
using Daytwo.Proof.Corpus;
using Daytwo.Proof.Replaying;
using Daytwo.Proof.Sandbox;

namespace Daytwo.Proof.Comparing;

/// <summary>Sends requests through both outlets of a rule in each of its modes, and compares what a client gets with one another and with the engine's answer.</summary>
internal sealed class RuleReplay(Apiserver apiserver, IReadOnlyList<ComparedRule> rules, Engine engine)
{
    private readonly DryRun _dryRun = new(apiserver.Client.Transport);
    private readonly Tally[] _tallies = [.. rules.Select(rule => new Tally(rule.Rule.Metadata.Name, apiserver.Name, rule.Mode.ToString()))];

    /// <exception cref="ApiUnreachableException">The apiserver is gone.</exception>
    public async Task Compare(CorpusItem item, CancellationToken ct)
    {
        var plain = await engine.Prepare(item, ct);
        foreach (var (number, rule) in rules.Index())
        {
            var policy = await _dryRun.Send(item, rule.PolicyMark, ct);
            var webhook = await _dryRun.Send(item, rule.WebhookMark, ct);
            var said = plain is null ? null : await engine.Answer(plain, rule.Judge, rule.PolicyMark, ct);
            _tallies[number].Add(item.ToString(), policy, AnswerComparison.Of(policy, webhook), said);
        }
    }

    public IEnumerable<RuleComparison> Results(TimeSpan elapsed) => _tallies.Select(tally => tally.Result(elapsed));
}
