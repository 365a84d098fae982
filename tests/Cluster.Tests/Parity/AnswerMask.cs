using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Daytwo.Cluster.Tests.Parity;

/// <summary>Makes answers of two clusters comparable: sorts JSON, hides what differs between any two runs.</summary>
internal static partial class AnswerMask
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, TypeInfoResolver = JsonSerializerOptions.Default.TypeInfoResolver };

    public static string Of(string answer) => Text(Json(answer) ?? answer);

    /// <summary>The answer as sorted JSON, a line per document; null when it is none.</summary>
    private static string? Json(string answer)
    {
        if (!answer.StartsWith('{') && !answer.StartsWith('['))
        {
            return null;
        }

        try
        {
            var documents = answer.Contains("}\n{", StringComparison.Ordinal) ? answer.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [answer];
            return string.Join('\n', documents.Select(d => Sorted(JsonNode.Parse(d))?.ToJsonString(Indented)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Where(Kept).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, p.Key == "managedFields" ? ByOwner(p.Value) : Sorted(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    /// <summary>
    /// The API orders the entries of managedFields by their times, to the second. Whether two writes fall into one second differs between
    /// runs, so entries are compared in an order of their own; that the order is right is tested with virtual time.
    /// </summary>
    private static JsonNode? ByOwner(JsonNode? entries) => entries is JsonArray list
        ? new JsonArray([.. list.OrderBy(e => $"{e?["operation"]} {e?["manager"]} {e?["subresource"]}", StringComparer.Ordinal).Select(Sorted)])
        : Sorted(entries);

    /// <summary>Leaves out what says nothing: the documentation of columns, empty continue tokens, hashes of storage versions.</summary>
    private static bool Kept(KeyValuePair<string, JsonNode?> field) => field.Key switch
    {
        "description" or "storageVersionHash" => false,
        "continue" => field.Value?.ToString().Length > 0,
        _ => true,
    };

    private static string Text(string text)
    {
        text = Uids().Replace(text, "UID");
        text = Times().Replace(text, "TIME");
        text = Versions().Replace(text, "$1RV");
        text = Tokens().Replace(text, "$1TOKEN");
        text = Ages().Replace(text, "AGE");
        text = Ports().Replace(text, "127.0.0.1:PORT");
        text = ClusterAddresses().Replace(text, "10.X");
        return Spaces().Replace(text, "  ").Trim();
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uids();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000")]
    private static partial Regex Times();

    [GeneratedRegex(@"(resourceVersion\\?""?: \\?""?|Resource Version:\s+|ResourceVersion in record \(|current: )\d+")]
    private static partial Regex Versions();

    [GeneratedRegex(@"(""continue"": "")[\w-]+")]
    private static partial Regex Tokens();

    [GeneratedRegex(@"(?<![\w.])(\d+[smhdy]){1,2}(?![\w.])")]
    private static partial Regex Ages();

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Ports();

    [GeneratedRegex(@"\b10\.(32|96)\.\d+\.\d+")]
    private static partial Regex ClusterAddresses();

    [GeneratedRegex("  +")]
    private static partial Regex Spaces();
}
