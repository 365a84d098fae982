using System.Collections.ObjectModel;

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

    /// <summary>For the audit event, by key, which the webhook's name goes before.</summary>
    public IReadOnlyDictionary<string, string> AuditAnnotations { get => field ?? ReadOnlyDictionary<string, string>.Empty; init; }
}
