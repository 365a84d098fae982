namespace Daytwo.Admission.Webhooks;

/// <summary>Where a webhook is: at a URL, or at a service.</summary>
public sealed record WebhookClientConfig
{
    public string? Url { get; init; }

    public WebhookService? Service { get; init; }

    /// <summary>The authorities to trust, PEM; null: those of the system.</summary>
    public byte[]? CaBundle { get; init; }
}
