namespace Daytwo.Crds.Admission;

/// <summary>What becomes of a request when the webhook cannot be reached.</summary>
public enum WebhookFailurePolicy
{
    Ignore,
    Fail,
}
