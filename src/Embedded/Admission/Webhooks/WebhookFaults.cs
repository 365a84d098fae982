using Daytwo.Admission.Webhooks;
using Daytwo.Embedded.Faults;

namespace Daytwo.Embedded.Admission.Webhooks;

/// <summary>Refusals that come of webhooks.</summary>
internal static class WebhookFaults
{
    /// <summary>The refusal that stands for an attempt that waits for webhooks. Nobody sees it.</summary>
    public static readonly Fault Waiting = new(500, "InternalError", "a webhook is being asked");

    public static Fault Internal(string error) =>
        new(500, "InternalError", $"Internal error occurred: {error}") { Details = new() { Causes = [new FaultCause("", error)] } };

    public static Fault Denied(string webhook, WebhookStatus? status)
    {
        var denied = $"admission webhook \"{webhook}\" denied the request";
        var message = status is { Message.Length: > 0 } ? $"{denied}: {status.Message}" : status is { Reason.Length: > 0 } ? $"{denied}: {status.Reason}" : $"{denied} without explanation";
        return new Fault(Math.Max(status?.Code ?? 0, 400), status?.Reason ?? "", message);
    }
}
