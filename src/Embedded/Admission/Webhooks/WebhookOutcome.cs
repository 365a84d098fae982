using Daytwo.Admission.Webhooks;
using Daytwo.Embedded.Faults;

namespace Daytwo.Embedded.Admission.Webhooks;

/// <summary>What came of asking a webhook.</summary>
/// <param name="Answer">Null while it is being asked, and when it may not be asked.</param>
/// <param name="Refusal">Why it may not be asked, which refuses the write whatever the webhook's failure policy is.</param>
/// <param name="WasSent">Whether the answer, or the reason why there is none, came over the network.</param>
internal readonly record struct WebhookOutcome(WebhookAnswer? Answer, Fault? Refusal = null, bool WasSent = false)
{
    public bool IsPending => Answer is null && Refusal is null;
}
