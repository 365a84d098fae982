using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Crds.Schema;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds;

/// <summary>
/// One rule about what the API admits, written in CEL once: validations, mutations, or both. Served as
/// ValidatingAdmissionPolicy and MutatingAdmissionPolicy, by a webhook, or by both, with the same verdicts and messages.
/// </summary>
[CustomResource("admissionrules", "ar")]
[PrinterColumn("Mode", "string", ".spec.mode", Description = "What becomes of a request that breaks the rule")]
[PrinterColumn("Outlet", "string", ".spec.outlet", Description = "What serves the rule: admission policies, a webhook, or both")]
[PrinterColumn("Ready", "string", ".status.conditions[?(@.type==\"Ready\")].status", Description = "Whether the rule was seen in force on every apiserver")]
[PrinterColumn("Exceptions", "integer", ".status.exceptions.active", Description = "RuleExceptions in force")]
[PrinterColumn("Reason", "string", ".status.conditions[?(@.type==\"Ready\")].reason")]
[PrinterColumn("Age", "date", ".metadata.creationTimestamp")]
[PrinterColumn("Next Expiry", "date", ".status.exceptions.nextExpiry", Wide = true, Description = "When the next exception ends")]
[PrinterColumn("Denied", "integer", ".status.counters.denied", Wide = true, Description = "Requests refused by the webhook")]
[PrinterColumn("Shadow Denied", "integer", ".status.counters.shadowDenied", Wide = true, Description = "Requests that the webhook would have refused")]
[PrinterColumn("Differences", "integer", ".status.comparison.differences", Wide = true, Description = "Live requests that policy and webhook answered differently")]
[PrinterColumn("Message", "string", ".status.conditions[?(@.type==\"Ready\")].message", Wide = true)]
[Rule("self.metadata.name.matches('^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$')",
    @"'\'' + self.metadata.name + '\' is not the name of a rule: use at most 63 lower-case letters, digits, hyphens and dots, since it is also the value of a label'", Computed = true)]
public sealed record AdmissionRule : IObject
{
    public ObjectMeta Metadata { get => field ?? new(); init; }

    /// <summary>Which requests are judged or changed, and how. Written by the user.</summary>
    [Required]
    public AdmissionRuleSpec Spec { get => field ?? new(); init; }

    /// <summary>What is the case. Written by the operator alone.</summary>
    public AdmissionRuleStatus Status { get => field ?? new(); init; }
}
