using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Proof.Comparing;
using Daytwo.Proof.Files;
using Daytwo.Proof.Replaying;
using Daytwo.Proof.Sandbox;

namespace Daytwo.Proof.Drills;

/// <summary>Finds a request that a rule lets pass and one that it refuses, by asking an apiserver where the rule is in force.</summary>
internal static class RequestSearch
{
    private const int Most = 2000;

    /// <summary>The first rule that creations can break.</summary>
    /// <exception cref="ProofException">There is none.</exception>
    public static AdmissionRule Drillable(RuleSet rules) =>
        rules.Rules.FirstOrDefault(rule => rule.Spec.Validations is { Count: > 0 }
            && rule.Spec.Match.ResourceRules.Any(match => match.Operations.Any(operation => operation is AdmissionOperation.Create or AdmissionOperation.Any)))
        ?? throw new ProofException("none of the rules validates creations, which is what drills send: name one that does");

    /// <exception cref="ProofException">One of the two was not found.</exception>
    public static async Task<DrillRequests> Find(Apiserver apiserver, AdmissionRule rule, IReadOnlyList<FileObject> given, Mark mark, string ns, CancellationToken ct)
    {
        var source = await CorpusSource.Open(apiserver.Client, ns, ct);
        var corpus = await source.Generated(rule, given, ct);
        var dryRun = new DryRun(apiserver.Client.Transport);
        var (good, bad) = ((DrillRequest?)null, (DrillRequest?)null);
        foreach (var item in source.Given(rule, given).Concat(corpus.Streams(Most, seed: 1, stored: false).SelectMany(stream => stream.Alone())).Take(Most))
        {
            var answer = await dryRun.Send(item, mark, ct);
            good ??= answer.Kind == AnswerKind.Admitted ? new DrillRequest(item, null) : null;
            bad ??= answer.Kind == AnswerKind.Refused ? new DrillRequest(item, answer.Message) : null;
            if (good is not null && bad is not null)
            {
                return new DrillRequests(good, bad);
            }
        }

        throw new ProofException($"no creation was found that the rule {rule.Metadata.Name} {(good is null ? "lets pass" : "refuses")}: give such an object with --objects");
    }
}
