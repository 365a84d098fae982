using Daytwo.Admission.Mutating;
using Daytwo.Admission.Requests;
using Daytwo.Admission.Validating;
using Daytwo.Crds.Admission;
using Microsoft.Extensions.Logging;

namespace Daytwo.Webhooks.Serving;

/// <summary>
/// Keeps what rules said of live requests: counts it, compares it with the policies in force where the API was asked before us, and logs some of what mode Shadow
/// let pass. Safe from any thread.
/// </summary>
internal sealed class VerdictRecorder(TimeProvider time, ILogger logger)
{
    private readonly ShadowSample _sample = new(time);

    public void Validated(ServedRule rule, AdmissionRequest request, ValidationVerdict verdict, TimeSpan took)
    {
        var name = Name(rule, verdict);
        rule.Series.Count(name, took);
        rule.Tally.Count(name);
        if (rule is { PolicyInForce: true, Spec.Mode: RuleMode.Enforce })
        {
            // The policy was asked before us, and what it refuses never gets here.
            Compare(rule, request, verdict.Denial?.Message);
        }

        if (rule.Spec.Mode == RuleMode.Shadow && verdict.Findings.Count > 0 && _sample.Take(rule.Name))
        {
            logger.Shadowed(rule.Name, OperationNames.Of(request.Operation), request.Resource.Resource, request.Namespace, request.Name, verdict.Findings[0].Message);
        }
    }

    /// <param name="changing">What the rules said whose changes are answered.</param>
    /// <param name="compared">What those said whose changes the apiserver has made already.</param>
    public void Changed(Candidates candidates, AdmissionRequest request, MutationVerdict changing, MutationVerdict compared, TimeSpan took)
    {
        Count(candidates, changing, RuleSeries.Changed, took);
        Count(candidates, compared, RuleSeries.Differs, took);
        foreach (var (policy, changed) in compared.Applied)
        {
            if (candidates.Find(policy) is { PolicyInForce: true } rule)
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
            var rule = candidates.Find(policy);
            rule?.Series.Count(applied ? changed : RuleSeries.Passed, took);
            if (applied)
            {
                rule?.Tally.Count(changed);
            }
        }

        foreach (var failure in verdict.Failures)
        {
            var rule = candidates.Find(failure.Policy);
            rule?.Series.Count(RuleSeries.Error, took);
            rule?.Tally.Count(RuleSeries.Error);
        }
    }

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
}
