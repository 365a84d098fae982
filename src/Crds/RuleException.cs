using Daytwo.Crds.Exceptions;
using Daytwo.Crds.Schema;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds;

/// <summary>
/// Lets some requests pass some AdmissionRules until a date, with an owner who answers for it. It holds in every outlet of
/// the rules alike, and ends by itself.
/// </summary>
[CustomResource("ruleexceptions", "rex")]
[PrinterColumn("Rules", "string", ".spec.rules", Description = "The AdmissionRules it excepts from")]
[PrinterColumn("Owner", "string", ".spec.owner")]
[PrinterColumn("Active", "string", ".status.conditions[?(@.type==\"Active\")].status")]
[PrinterColumn("Expires", "string", ".spec.expiresAt")]
[PrinterColumn("Age", "date", ".metadata.creationTimestamp")]
[PrinterColumn("Why", "string", ".spec.reason", Wide = true)]
[PrinterColumn("Message", "string", ".status.conditions[?(@.type==\"Active\")].message", Wide = true)]
[Rule("self.metadata.name.matches('^[a-z0-9]([-a-z0-9.]{0,51}[a-z0-9])?$')",
    @"'\'' + self.metadata.name + '\' is not the name of an exception: use at most 53 lower-case letters, digits, hyphens and dots, since it names a match condition of the policy'", Computed = true)]
public sealed record RuleException : IObject
{
    public ObjectMeta Metadata { get => field ?? new(); init; }

    /// <summary>What is excepted, until when, and who answers for it. Written by the user.</summary>
    [Required]
    public RuleExceptionSpec Spec { get => field ?? new(); init; }

    /// <summary>What is the case. Written by the operator alone.</summary>
    public RuleExceptionStatus Status { get => field ?? new(); init; }
}
