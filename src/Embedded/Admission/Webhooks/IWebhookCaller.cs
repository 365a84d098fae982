using Daytwo.Admission.Webhooks;

namespace Daytwo.Embedded.Admission.Webhooks;

/// <summary>Sends reviews to webhooks.</summary>
public interface IWebhookCaller
{
    /// <summary>Sends one and waits for the answer, for as long as the call allows.</summary>
    WebhookAnswer Send(WebhookCall call);
}
