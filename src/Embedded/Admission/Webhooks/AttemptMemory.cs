using Daytwo.Admission.Webhooks;

namespace Daytwo.Embedded.Admission.Webhooks;

/// <summary>
/// What one request remembers over several attempts. A webhook is not called while the API is held: the attempt ends, the webhooks it asked for are called, and the request is tried
/// again from the start, now knowing the answers. So others are served meanwhile, the webhooks themselves among them.
/// </summary>
internal sealed class AttemptMemory
{
    private readonly Dictionary<string, WebhookAnswer> answers = new(StringComparer.Ordinal);
    private readonly List<(string Key, WebhookCall Call)> pending = [];

    /// <summary>The calls without which the attempt could not go on; none when it came to its end.</summary>
    public IReadOnlyList<WebhookCall> Pending => [.. pending.Select(p => p.Call)];

    /// <summary>When the request came.</summary>
    public DateTimeOffset Received { get; init; }

    /// <summary>The UID of the object being created, the same in each attempt.</summary>
    public string? Uid { get; set; }

    /// <summary>The name made for the object being created, the same in each attempt.</summary>
    public string? GeneratedName { get; set; }

    public bool TryGet(string key, out WebhookAnswer? answer) => answers.TryGetValue(key, out answer);

    public void Ask(string key, WebhookCall call) => pending.Add((key, call));

    /// <summary>Learns the answers to what is pending, in its order.</summary>
    public void Know(IReadOnlyList<WebhookAnswer> received)
    {
        foreach (var ((key, _), answer) in pending.Zip(received))
        {
            answers[key] = answer;
        }

        pending.Clear();
    }
}
