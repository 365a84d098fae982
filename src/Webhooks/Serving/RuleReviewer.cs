using System.Runtime.InteropServices;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Requests;
using Daytwo.Admission.Validating;
using Daytwo.Cel.Json;
using Daytwo.Crds.Admission;
using Daytwo.Rules;
using Daytwo.Rules.Webhooks;
using Daytwo.Webhooks.Reviews;
using Microsoft.Extensions.Logging;
using RequestReader = Daytwo.Admission.Requests.ReviewReader;

namespace Daytwo.Webhooks.Serving;

/// <summary>Answers reviews by the rules in force.</summary>
internal sealed class RuleReviewer(RuleLoader rules, TimeProvider time, ILogger logger) : IReviewer
{
    private readonly ShadowSample _sample = new(time);

    public ValueTask<Verdict> Answer(WebhookEntry entry, Review review, TimeSpan patience)
    {
        var candidates = rules.Index.Find(entry, review);
        if (candidates.Rules.Length == 0)
        {
            return new ValueTask<Verdict>(Verdict.Pass);
        }

        var request = Read(review);
        return rules.Cluster.Knows(request.Namespace) ? new ValueTask<Verdict>(Judge(entry, candidates, request, patience)) : AnswerLater(entry, candidates, request, patience);
    }

    /// <summary>A namespace so young that no watch has told of it is asked for, as apiservers do.</summary>
    private async ValueTask<Verdict> AnswerLater(WebhookEntry entry, Candidates candidates, AdmissionRequest request, TimeSpan patience)
    {
        var begun = time.GetTimestamp();
        using (var limit = new CancellationTokenSource(patience, time))
        {
            await rules.Cluster.Learn(request.Namespace, limit.Token).ConfigureAwait(false);
        }

        return Judge(entry, candidates, request, patience - time.GetElapsedTime(begun));
    }

    private Verdict Judge(WebhookEntry entry, Candidates candidates, AdmissionRequest request, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, time);
        var draft = new VerdictDraft();
        if (entry.Phase == AdmissionPhase.Mutate)
        {
            Change(candidates, request, draft, limit.Token);
        }
        else
        {
            foreach (var rule in candidates.Rules)
            {
                Validate(rule, request, draft, limit.Token);
            }
        }

        return draft.ToVerdict();
    }

    private void Validate(ServedRule rule, AdmissionRequest request, VerdictDraft draft, CancellationToken ct)
    {
        var begun = time.GetTimestamp();
        var verdict = rule.Validating.Evaluate(request, rules.Cluster, ct);
        // An interrupted evaluation has said something that depends on the hour; the apiserver decides by its failure policy instead.
        ct.ThrowIfCancellationRequested();
        if (verdict.Evaluated == 0 && verdict.Findings.Count == 0)
        {
            return;
        }

        var name = Name(rule, verdict);
        rule.Series.Count(name, time.GetElapsedTime(begun));
        rule.Tally.Count(name);
        if (rule is { PolicyInForce: true, Spec.Mode: RuleMode.Enforce })
        {
            // The policy was asked before us, and what it refuses never gets here.
            Compare(rule, request, verdict.Denial?.Message);
        }
        else if (rule.PolicyInForce)
        {
            draft.Note(rule.Name, verdict);
        }

        if (rule.Spec.Mode != RuleMode.Shadow)
        {
            draft.Add(rule.Name, verdict);
        }
        else if (verdict.Findings.Count > 0 && _sample.Take(rule.Name))
        {
            logger.Shadowed(rule.Name, OperationNames.Of(request.Operation), request.Resource.Resource, request.Namespace, request.Name, verdict.Findings[0].Message);
        }
    }

    private void Change(Candidates candidates, AdmissionRequest request, VerdictDraft draft, CancellationToken ct)
    {
        var begun = time.GetTimestamp();
        var verdict = candidates.Changing.Evaluate(request, rules.Cluster, SchemalessTypes.Instance, new Reinvocations(), ct);
        var compared = candidates.Compared.Evaluate(request, rules.Cluster, SchemalessTypes.Instance, new Reinvocations(), ct);
        ct.ThrowIfCancellationRequested();
        draft.Add(verdict, policy => Rule(candidates, policy)?.Name ?? policy);
        var took = time.GetElapsedTime(begun);
        Count(candidates, verdict, RuleSeries.Changed, took);
        Count(candidates, compared, RuleSeries.Differs, took);
        foreach (var (policy, changed) in compared.Applied)
        {
            if (Rule(candidates, policy) is { PolicyInForce: true } rule)
            {
                Compare(rule, request, changed ? "it would still be changed" : null);
            }
        }
    }

    /// <param name="said">What the webhook says where the policy said nothing; null when it says nothing either.</param>
    private void Compare(ServedRule rule, AdmissionRequest request, string? said)
    {
        rule.Series.Compared(said is null);
        if (said is null)
        {
            rule.Tally.Agree();
        }
        else
        {
            rule.Tally.Differ(DifferenceSample.Of(request, said, time.GetUtcNow()));
        }
    }

    private static void Count(Candidates candidates, MutationVerdict verdict, string changed, TimeSpan took)
    {
        foreach (var (policy, applied) in verdict.Applied)
        {
            var rule = Rule(candidates, policy);
            rule?.Series.Count(applied ? changed : RuleSeries.Passed, took);
            if (applied)
            {
                rule?.Tally.Count(changed);
            }
        }

        foreach (var failure in verdict.Failures)
        {
            var rule = Rule(candidates, failure.Policy);
            rule?.Series.Count(RuleSeries.Error, took);
            rule?.Tally.Count(RuleSeries.Error);
        }
    }

    private static ServedRule? Rule(Candidates candidates, string policy) => Array.Find(candidates.Rules, rule => PolicyName.Of(rule.Name) == policy);

    private static string Name(ServedRule rule, ValidationVerdict verdict) =>
        verdict.Findings.Any(finding => finding.IsError) ? RuleSeries.Error
        : verdict.Findings.Count == 0 ? RuleSeries.Passed
        : rule.Spec.Mode switch
        {
            RuleMode.Enforce => RuleSeries.Denied,
            RuleMode.Warn => RuleSeries.Warned,
            RuleMode.Audit => RuleSeries.Audited,
            _ => RuleSeries.Shadowed,
        };

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
