using Daytwo.Admission.Webhooks;

namespace Daytwo.Embedded.Admission.Webhooks;

/// <summary>
/// What one request remembers over several attempts. A webhook is not called while the API is held: the attempt ends, the webhook is called, and the request is tried again
/// from the start, now knowing the answer. So others are served meanwhile, the webhook itself among them.
/// </summary>
internal sealed class AttemptMemory
{
    private readonly Dictionary<string, WebhookAnswer> answers = new(StringComparer.Ordinal);
    private string pendingKey = "";

    /// <summary>The call without which the attempt could not go on; null when it came to its end.</summary>
    public WebhookCall? Pending { get; private set; }

    /// <summary>The UID of the object being created, the same in each attempt.</summary>
    public string? Uid { get; set; }

    /// <summary>The name made for the object being created, the same in each attempt.</summary>
    public string? GeneratedName { get; set; }

    public bool TryGet(string key, out WebhookAnswer? answer) => answers.TryGetValue(key, out answer);

    public void Ask(string key, WebhookCall call) => (pendingKey, Pending) = (key, call);

    public void Know(WebhookAnswer answer)
    {
        answers[pendingKey] = answer;
        Pending = null;
    }
}
