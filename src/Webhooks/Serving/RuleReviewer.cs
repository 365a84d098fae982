using System.Runtime.InteropServices;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Json;
using Daytwo.Rules.Webhooks;
using Daytwo.Webhooks.Reviews;
using RequestReader = Daytwo.Admission.Requests.ReviewReader;

namespace Daytwo.Webhooks.Serving;

/// <summary>Answers reviews by the rules in force: reads no more of a review than these need, and knows its namespace before they are asked.</summary>
internal sealed class RuleReviewer(RulesInForce rules, ClusterView cluster, RequestJudge judge, TimeProvider time) : IReviewer
{
    public ValueTask<Verdict> Answer(WebhookEntry entry, Review review, TimeSpan patience)
    {
        var candidates = rules.Index.Find(entry, review);
        if (candidates.Rules.Length == 0)
        {
            return new ValueTask<Verdict>(Verdict.Pass);
        }

        var request = Read(review);
        return cluster.Knows(request.Namespace) ? new ValueTask<Verdict>(judge.Judge(entry.Phase, candidates, request, patience)) : AnswerLater(entry, candidates, request, patience);
    }

    /// <summary>A namespace so young that no watch has told of it is asked for, as apiservers do.</summary>
    private async ValueTask<Verdict> AnswerLater(WebhookEntry entry, Candidates candidates, AdmissionRequest request, TimeSpan patience)
    {
        var begun = time.GetTimestamp();
        using (var limit = new CancellationTokenSource(patience, time))
        {
            await cluster.Learn(request.Namespace, limit.Token).ConfigureAwait(false);
        }

        return judge.Judge(entry.Phase, candidates, request, patience - time.GetElapsedTime(begun));
    }

    private static AdmissionRequest Read(Review review)
    {
        try
        {
            return MemoryMarshal.TryGetArray(review.Request, out var request)
                ? RequestReader.ReadRequest(request.Array!, request.Offset, request.Count)
                : RequestReader.ReadRequest(review.Request.ToArray(), 0, review.Request.Length);
        }
        catch (Exception e) when (e is FormatException or JsonInputException)
        {
            throw new ReviewFormatException(e.Message);
        }
    }
}
