using Daytwo.Admission.Policies;

namespace Daytwo.Admission.Webhooks;

/// <summary>A ValidatingWebhookConfiguration or MutatingWebhookConfiguration of <c>admissionregistration.k8s.io/v1</c>.</summary>
public sealed record WebhookConfiguration
{
    public PolicyMetadata Metadata { get => field ?? new(); init; }

    public IReadOnlyList<AdmissionWebhook> Webhooks { get => field ?? []; init; }
}
