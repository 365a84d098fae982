using Daytwo.Admission.Webhooks;

namespace Daytwo.Embedded.Admission.Webhooks;

/// <summary>Sends reviews to webhooks.</summary>
public interface IWebhookCaller
{
    /// <summary>Sends one and waits for the answer, for as long as the call allows.</summary>
    WebhookAnswer Send(WebhookCall call);

    /// <summary>Sends several that do not wait for each other. Unless a caller does otherwise they are sent one after the other, so that a simulation repeats.</summary>
    /// <returns>The answers in the order of the calls.</returns>
    IReadOnlyList<WebhookAnswer> SendAll(IReadOnlyList<WebhookCall> calls) => [.. calls.Select(Send)];
}
