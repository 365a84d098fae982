using System.Text.Json;
using Daytwo.Rules;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Proof.AuditLog;

/// <summary>What both outlets said of one request about one rule, as an audit event has it.</summary>
/// <param name="Request">Such as <c>create pods default/web</c>.</param>
/// <param name="AuditId">Finds the event again.</param>
/// <param name="Policy">Messages of the policy; none when it let the request pass; null when the event does not tell.</param>
/// <param name="Webhook">Messages of the webhook; none when it let the request pass.</param>
internal sealed record LoggedRequest(string Rule, string Request, string AuditId, string Time, IReadOnlyList<string>? Policy, IReadOnlyList<string> Webhook)
{
    private const string PolicyKey = "validation.policy.admission.k8s.io/validation_failure";

    /// <summary>Whether the event tells what both said.</summary>
    public bool Comparable => Policy is not null;

    /// <summary>The same verdict, and the policy says nothing that the webhook does not. An apiserver may log the first of several messages only.</summary>
    public bool Same => Policy is { } policy && policy.Count > 0 == Webhook.Count > 0 && policy.All(Webhook.Contains);

    /// <summary>What a line of an audit log tells; nothing when it is no event in which a webhook spoke beside a policy.</summary>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    public static IReadOnlyList<LoggedRequest> Of(string line)
    {
        // Most lines of a log are about other things, and long.
        if (!line.Contains($"{WebhookEntry.Domain}/{LoggedVerdicts.Key}", StringComparison.Ordinal))
        {
            return [];
        }

        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        if (Text(root, "stage") != "ResponseComplete" || !root.TryGetProperty("annotations", out var annotations) || annotations.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var failures = annotations.TryGetProperty(PolicyKey, out var logged) ? logged.GetString() : null;
        return
        [
            .. from annotation in annotations.EnumerateObject()
               from rule in LoggedVerdicts.Read(annotation.Name, annotation.Value.GetString() ?? "")
               select new LoggedRequest(rule.Key, Name(root), Text(root, "auditID"), Text(root, "requestReceivedTimestamp"), Failures(failures, PolicyName.Of(rule.Key)), rule.Value),
        ];
    }

    /// <summary>The messages of one policy. Where only others' are logged there may have been more than the apiserver logs: nobody knows then.</summary>
    private static string[]? Failures(string? logged, string policy)
    {
        if (logged is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(logged);
        string[] messages = [.. document.RootElement.EnumerateArray().Where(failure => Text(failure, "policy") == policy).Select(failure => Text(failure, "message"))];
        return messages is [] ? null : messages;
    }

    private static string Name(JsonElement root)
    {
        if (!root.TryGetProperty("objectRef", out var about))
        {
            return Text(root, "verb");
        }

        var (ns, name, below) = (Text(about, "namespace"), Text(about, "name"), Text(about, "subresource"));
        return $"{Text(root, "verb")} {Text(about, "resource")}{(below.Length > 0 ? "/" + below : "")} {(ns.Length > 0 ? ns + "/" : "")}{name}";
    }

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
