using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Daytwo.Proof.Replaying;

/// <summary>Reads an answer of an apiserver; pure.</summary>
internal static partial class AnswerReader
{
    private const int ServerErrors = 500;

    private static readonly string[] OfTheRequest = ["uid", "creationTimestamp", "managedFields", "resourceVersion", "generation"];
    private static readonly string[] Allocated = ["clusterIP", "clusterIPs", "healthCheckNodePort"];

    public static Answer Read(int code, ReadOnlySpan<byte> body, IReadOnlyList<string> warnings)
    {
        var json = TryParse(body);
        string[] said = [.. warnings.Select(AnswerText.Warning)];
        if (code < 300 && json is not null)
        {
            return Admitted(code, json, said) with { Body = body.ToArray() };
        }

        var message = json.Text("message") ?? System.Text.Encoding.UTF8.GetString(body);
        var refused = AnswerText.TryRefusal(message, out var text);
        var kind = refused ? AnswerKind.Refused : code >= ServerErrors ? AnswerKind.Failed : AnswerKind.Rejected;
        return new Answer(kind, code, json.Text("reason") ?? "", text, said, null, "");
    }

    private static Answer Admitted(int code, JsonObject json, string[] warnings)
    {
        var uid = json.Text("metadata", "uid");
        foreach (var name in OfTheRequest)
        {
            (json["metadata"] as JsonObject)?.Remove(name);
        }

        json.Remove("status");
        if (json["spec"] is JsonObject spec)
        {
            foreach (var name in Allocated)
            {
                spec.Remove(name);
            }

            foreach (var port in spec["ports"] as JsonArray ?? [])
            {
                (port as JsonObject)?.Remove("nodePort");
            }
        }

        // A dry run answers deletions with a Status that names the object; nothing of it is the rule's.
        var text = json.Text("kind") == "Status" ? "" : json.ToJsonString();
        text = AccessVolume().Replace(uid is { Length: > 0 } ? text.Replace(uid, "UID", StringComparison.Ordinal) : text, "kube-api-access");
        return new Answer(AnswerKind.Admitted, code, "", "", warnings, json, text);
    }

    private static JsonObject? TryParse(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            return JsonNode.Parse(ref reader) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // not of the API itself, such as a balancer's page
        }
    }

    [GeneratedRegex("kube-api-access-[a-z0-9]{5}")]
    private static partial Regex AccessVolume();
}
