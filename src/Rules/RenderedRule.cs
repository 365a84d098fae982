using Daytwo.Crds.Admission.Status;
using Daytwo.Rules.Exceptions;

namespace Daytwo.Rules;

/// <summary>What came of an AdmissionRule.</summary>
/// <param name="PolicyName">The name of every object made from the rule, which users read in refusals.</param>
/// <param name="Objects">Policies, each before its binding; none when a finding is an error.</param>
/// <param name="Exceptions">The exceptions that name the rule.</param>
/// <param name="Findings">Why it cannot be rendered, and what may surprise.</param>
public sealed record RenderedRule(string PolicyName, IReadOnlyList<RenderedObject> Objects, ExceptionSet Exceptions, IReadOnlyList<RuleFinding> Findings)
{
    public bool IsRenderable => Findings.All(finding => finding.Level != FindingLevel.Error);
}
