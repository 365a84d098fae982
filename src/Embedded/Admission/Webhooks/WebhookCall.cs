namespace Daytwo.Embedded.Admission.Webhooks;

/// <summary>A review to be sent.</summary>
/// <param name="Url">With the timeout in its query; the host is the one certificates are checked for.</param>
/// <param name="Address">Where to connect instead of the host of the URL, as host and port; null to connect to that.</param>
/// <param name="Authorities">PEM; null: those of the system.</param>
/// <param name="Body">The AdmissionReview.</param>
/// <param name="Uid">Of the review.</param>
/// <param name="Mutating">Whether the webhook may change the object.</param>
public sealed record WebhookCall(Uri Url, (string Host, int Port)? Address, byte[]? Authorities, TimeSpan Timeout, byte[] Body, string Uid, bool Mutating);
