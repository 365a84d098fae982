namespace Daytwo.Admission.Webhooks;

/// <summary>Why a webhook refuses.</summary>
public sealed record WebhookStatus
{
    public int Code { get; init; }

    public string Message { get => field ?? ""; init; }

    public string Reason { get => field ?? ""; init; }
}
