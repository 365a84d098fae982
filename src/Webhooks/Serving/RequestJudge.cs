using Daytwo.Admission.Mutating;
using Daytwo.Admission.Requests;
using Daytwo.Crds.Admission;
using Daytwo.Rules.Webhooks;
using Daytwo.Webhooks.Reviews;

namespace Daytwo.Webhooks.Serving;

/// <summary>Judges a request by the rules that may concern it.</summary>
internal sealed class RequestJudge(IAdmissionCluster cluster, VerdictRecorder recorder, TimeProvider time)
{
    /// <param name="patience">How long the caller waits.</param>
    /// <exception cref="OperationCanceledException">The rules have not had their say within that time.</exception>
    public Verdict Judge(AdmissionPhase phase, Candidates candidates, AdmissionRequest request, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, time);
        var draft = new VerdictDraft();
        if (phase == AdmissionPhase.Mutate)
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
        var verdict = rule.Validating.Evaluate(request, cluster, ct);
        // An interrupted evaluation has said something that depends on the hour; the apiserver decides by its failure policy instead.
        ct.ThrowIfCancellationRequested();
        if (verdict.Evaluated == 0 && verdict.Findings.Count == 0)
        {
            return;
        }

        recorder.Validated(rule, request, verdict, time.GetElapsedTime(begun));
        if (rule is { PolicyInForce: true, Spec.Mode: not RuleMode.Enforce })
        {
            draft.Note(rule.Name, verdict);
        }

        if (rule.Spec.Mode != RuleMode.Shadow)
        {
            draft.Add(rule.Name, verdict);
        }
    }

    private void Change(Candidates candidates, AdmissionRequest request, VerdictDraft draft, CancellationToken ct)
    {
        var begun = time.GetTimestamp();
        var verdict = candidates.Changing.Evaluate(request, cluster, SchemalessTypes.Instance, new Reinvocations(), ct);
        var compared = candidates.Compared.Evaluate(request, cluster, SchemalessTypes.Instance, new Reinvocations(), ct);
        ct.ThrowIfCancellationRequested();
        draft.Add(verdict, policy => candidates.Find(policy)?.Name ?? policy);
        recorder.Changed(candidates, request, verdict, compared, time.GetElapsedTime(begun));
    }
}
