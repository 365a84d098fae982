namespace Daytwo.Admission.Webhooks;

/// <summary>The service of a webhook.</summary>
public sealed record WebhookService
{
    public string Namespace { get => field ?? ""; init; }

    public string Name { get => field ?? ""; init; }

    public string Path { get => field ?? ""; init; }

    public int Port { get; init; } = 443;
}
