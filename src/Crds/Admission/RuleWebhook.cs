using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Admission;

/// <summary>How the apiserver calls the webhook for a rule.</summary>
public sealed record RuleWebhook
{
    /// <summary>What becomes of a request when the webhook cannot be reached in time: Ignore lets it pass, Fail refuses it. What becomes of requests while the rule itself cannot be served is told in its status.</summary>
    [Default]
    public WebhookFailurePolicy FailurePolicy { get; init; }

    /// <summary>How long the apiserver waits for the webhook.</summary>
    [Range(1, 30), Default]
    public int TimeoutSeconds { get => field == 0 ? 5 : field; init; }
}
