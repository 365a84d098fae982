namespace Daytwo.Webhooks.Reviews;

/// <summary>Why a request is refused.</summary>
/// <param name="Code">The HTTP status its client gets.</param>
/// <param name="Reason">As in <c>metav1.Status</c>, such as Invalid.</param>
/// <param name="Message">For people.</param>
public sealed record Refusal(int Code, string Reason, string Message);
