namespace Daytwo.Admission.Webhooks;

/// <summary>The response of an AdmissionReview.</summary>
public sealed record WebhookResponse
{
    public string Uid { get => field ?? ""; init; }

    public bool Allowed { get; init; }

    public WebhookStatus? Status { get; init; }

    /// <summary>A JSON patch.</summary>
    public byte[]? Patch { get; init; }

    public string? PatchType { get; init; }

    public IReadOnlyList<string> Warnings { get => field ?? []; init; }
}
