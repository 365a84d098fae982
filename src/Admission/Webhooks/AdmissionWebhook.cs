using Daytwo.Admission.Policies;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Admission.Webhooks;

/// <summary>A webhook of a configuration: for which requests it is called, and how.</summary>
public sealed record AdmissionWebhook
{
    public string Name { get => field ?? ""; init; }

    public WebhookClientConfig ClientConfig { get => field ?? new(); init; }

    public IReadOnlyList<NamedRule> Rules { get => field ?? []; init; }

    public FailurePolicy FailurePolicy { get; init; }

    public MatchPolicy MatchPolicy { get; init; }

    public LabelSelector? NamespaceSelector { get; init; }

    public LabelSelector? ObjectSelector { get; init; }

    /// <summary><c>None</c> or <c>NoneOnDryRun</c>; others are not called on dry runs.</summary>
    public string SideEffects { get => field ?? ""; init; }

    public int TimeoutSeconds { get; init; } = 10;

    public IReadOnlyList<string> AdmissionReviewVersions { get => field ?? []; init; }

    public IReadOnlyList<MatchCondition> MatchConditions { get => field ?? []; init; }

    /// <summary>Of mutating webhooks.</summary>
    public ReinvocationPolicy ReinvocationPolicy { get; init; }

    /// <summary>Whether a request that is not to change anything may be sent.</summary>
    public bool SupportsDryRun => SideEffects is "None" or "NoneOnDryRun";
}
