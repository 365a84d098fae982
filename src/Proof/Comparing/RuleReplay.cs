using Daytwo.Kubernetes.Transport;
using Daytwo.Proof.Corpus;
using Daytwo.Proof.Replaying;
using Daytwo.Proof.Sandbox;

namespace Daytwo.Proof.Comparing;

/// <summary>Sends requests through both outlets of a rule and compares what a client gets.</summary>
internal sealed class RuleReplay(Apiserver apiserver, ComparedRule rule)
{
    private readonly DryRun _dryRun = new(apiserver.Client.Transport);
    private readonly Tally _tally = new(rule.Rule.Metadata.Name, apiserver.Name, rule.Mode.ToString());

    /// <exception cref="ApiUnreachableException">The apiserver is gone.</exception>
    public async Task Compare(CorpusItem item, CancellationToken ct)
    {
        var policy = await _dryRun.Send(item, rule.PolicyMark, ct);
        var webhook = await _dryRun.Send(item, rule.WebhookMark, ct);
        _tally.Add(item.ToString(), policy, AnswerComparison.Of(policy, webhook), engineAsked: false, engine: null);
    }

    public RuleComparison Result(TimeSpan elapsed) => _tally.Result(elapsed);
}
