using System.Text.Json;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Rules.Webhooks;

/// <summary>
/// What a webhook said of a request, in the request's audit event beside what the policies said. Written for rules in both outlets whose
/// mode lets the request pass: there the audit event is the only place that knows both.
/// </summary>
public static class LoggedVerdicts
{
    /// <summary>The key, behind the webhook's name: <c>WEBHOOK/verdicts</c>. One for all rules, whose names may be longer than a key.</summary>
    public const string Key = "verdicts";

    private const int MostMessages = 20;

    /// <param name="verdicts">By rule: messages of validations that do not hold; none when all do.</param>
    public static string Write(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> verdicts) => JsonSerializer.Serialize(
        verdicts.ToDictionary(rule => rule.Key, IReadOnlyList<string> (rule) => [.. rule.Value.Take(MostMessages)], StringComparer.Ordinal),
        KubernetesJson.Default.IReadOnlyDictionaryStringIReadOnlyListString);

    /// <summary>What an annotation of an audit event says, by rule; nothing when it is not of this kind.</summary>
    /// <exception cref="JsonException">It was not written by <see cref="Write"/>.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string key, string value) =>
        key.EndsWith($"{WebhookEntry.Domain}/{Key}", StringComparison.Ordinal)
            ? JsonSerializer.Deserialize(value, KubernetesJson.Default.IReadOnlyDictionaryStringIReadOnlyListString) ?? new Dictionary<string, IReadOnlyList<string>>()
            : new Dictionary<string, IReadOnlyList<string>>();
}
