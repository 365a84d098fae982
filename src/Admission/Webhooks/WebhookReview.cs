namespace Daytwo.Admission.Webhooks;

/// <summary>An AdmissionReview as a webhook answers it.</summary>
public sealed record WebhookReview
{
    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public WebhookResponse? Response { get; init; }
}
