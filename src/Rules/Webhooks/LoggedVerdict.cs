using System.Text.Json;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Rules.Webhooks;

/// <summary>
/// What a webhook said of a request, in the request's audit event beside what the policy said. Written for rules in both outlets whose
/// mode lets the request pass: there the audit event is the only place that knows both.
/// </summary>
public static class LoggedVerdict
{
    /// <summary>The key's end, behind the rule's name: <c>WEBHOOK/RULE.verdict</c>. Keys have 63 characters at most, so rules whose names are longer than 55 are not told.</summary>
    public const string Key = "verdict";

    private const int MostMessages = 20;

    /// <param name="messages">Of validations that do not hold; none when all do.</param>
    public static string Write(IEnumerable<string> messages) => JsonSerializer.Serialize([.. messages.Take(MostMessages)], KubernetesJson.Default.IReadOnlyListString);

    /// <summary>The rule that an annotation speaks of; null when it is none of these.</summary>
    public static string? RuleOf(string key) => key.Split('/') is [var webhook, var name] && webhook.EndsWith(WebhookEntry.Domain, StringComparison.Ordinal) && name.EndsWith("." + Key, StringComparison.Ordinal)
        ? name[..^(Key.Length + 1)] : null;
}
