using Daytwo.Admission.Requests;

namespace Daytwo.Admission.Webhooks;

/// <summary>Whether a webhook is to be called.</summary>
/// <param name="Resource">The resource under which a rule matched.</param>
/// <param name="Kind">The kind in which the object is sent.</param>
/// <param name="Error">Why it could not be told.</param>
/// <param name="IsForbidden">Whether that forbids the request, or is an internal error.</param>
public readonly record struct WebhookMatch(bool Called, GroupVersionResource Resource, GroupVersionKind Kind, string? Error = null, bool IsForbidden = false)
{
    public static WebhookMatch No => default;
}
