namespace Daytwo.Crds.Admission.Status;

/// <summary>The webhook replicas that serve a rule, and the apiservers that call them.</summary>
public sealed record WebhookCallStatus
{
    /// <summary>The live replicas that have loaded the rule as it is now.</summary>
    public IReadOnlyList<string>? LoadedBy { get; init; }

    /// <summary>The apiservers that were seen to call the webhooks as the rule asks, by address.</summary>
    public IReadOnlyList<string>? ActiveOn { get; init; }

    /// <summary>The replicas that have not loaded the rule yet, or else the apiservers that were not yet seen to call them, each with why.</summary>
    public IReadOnlyList<string>? PendingOn { get; init; }
}
