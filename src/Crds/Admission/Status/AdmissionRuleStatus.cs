using Daytwo.Crds.Schema;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds.Admission.Status;

/// <summary>What is the case with a rule. Read and applied as a whole: everything is optional.</summary>
public sealed record AdmissionRuleStatus
{
    /// <summary>The metadata.generation this status speaks of.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>
    /// Ready: every outlet asked for was seen in force on every apiserver. PolicyReady, WebhookReady: the same of one outlet. Reconciling,
    /// Stalled, Degraded as everywhere. Counted, Compared: whether counters and comparison below are kept, and where to look else. Wait with
    /// kubectl wait --for=condition=Ready.
    /// </summary>
    [ListType("map", "type")]
    public IReadOnlyList<Condition>? Conditions { get; init; }

    /// <summary>Why the rule, or a part of it, cannot be served, and what may surprise.</summary>
    [ListType("atomic")]
    public IReadOnlyList<RuleFinding>? Findings { get; init; }

    /// <summary>The RuleExceptions that name the rule.</summary>
    public ExceptionSummary? Exceptions { get; init; }

    /// <summary>The outlet Policy. Absent when the rule does not use it.</summary>
    public PolicyOutletStatus? Policy { get; init; }

    /// <summary>The outlet Webhook: who serves the rule, and who calls them. Absent when the rule does not use it.</summary>
    public WebhookCallStatus? WebhookCalls { get; init; }

    /// <summary>Since when counters and comparison count.</summary>
    public DateTimeOffset? CountedSince { get; init; }

    /// <summary>What the webhook said of requests since the rule is as it is, all replicas together. Absent for the outlet Policy, whose apiservers count themselves.</summary>
    public RuleCounters? Counters { get; init; }

    /// <summary>
    /// Outlet Both: whether the webhook agreed with the policy in force on live requests. In mode Enforce, whatever the webhook is asked
    /// about has passed the policy. Mutations: what the webhook would still change after the policy is a difference. In the other modes
    /// both verdicts are in the apiservers' audit logs: daytwo rules compare-log compares them.
    /// </summary>
    public OutletComparison? Comparison { get; init; }

    /// <summary>The outlet Webhook: what counters and comparison are made of. Absent when the rule does not use it.</summary>
    public WebhookOutletStatus? Webhook { get; init; }
}
