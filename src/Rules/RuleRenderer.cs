using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Rules.Checking;
using Daytwo.Rules.Exceptions;
using Daytwo.Rules.Rendering;

namespace Daytwo.Rules;

/// <summary>
/// Turns an AdmissionRule into the admission policies that say the same. Both outlets stand on this: one applies what it gives to
/// the API, the other evaluates it itself.
/// </summary>
public static class RuleRenderer
{
    /// <summary>Pure: the same rule, exceptions and time give the same objects, byte for byte.</summary>
    /// <param name="rule">As read from the API; without a UID the objects have no owner, as for files.</param>
    /// <param name="exceptions">All there are, in any order; those of other rules are passed over.</param>
    /// <param name="wall">Decides which exceptions hold. Render again at <see cref="ExceptionSet.NextExpiry"/>.</param>
    public static RenderedRule Render(AdmissionRule rule, IEnumerable<RuleException> exceptions, DateTimeOffset wall)
    {
        var set = ExceptionSet.UsedBy(rule, exceptions, wall);
        RuleFinding[] findings = [.. RuleChecks.Of(rule), .. set.LeftOut.Select(ExceptionChecks.Finding)];
        return findings.Any(finding => finding.Level == FindingLevel.Error)
            ? new RenderedRule(PolicyName.Of(rule.Metadata.Name), [], set, findings)
            : new RenderedRule(PolicyName.Of(rule.Metadata.Name), [.. Objects(rule, set)], set, findings);
    }

    private static IEnumerable<RenderedObject> Objects(AdmissionRule rule, ExceptionSet exceptions)
    {
        var spec = rule.Spec;
        if (spec.Validations is { Count: > 0 } || spec.AuditAnnotations is { Count: > 0 })
        {
            yield return ValidatingRendering.Policy(rule, exceptions);
            yield return ValidatingRendering.Binding(rule);
        }

        if (spec.Mutations is { Count: > 0 })
        {
            yield return MutatingRendering.Policy(rule, exceptions);
            if (spec.Mode == RuleMode.Enforce)
            {
                yield return MutatingRendering.Binding(rule);
            }
        }
    }
}
