using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Daytwo.OpenApiExtract;

/// <summary>Reads a cluster's OpenAPI v3 documents and keeps the definitions that the wanted kinds reach, one a line, sorted.</summary>
internal sealed class Extract(HttpClient cluster)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Dictionary<string, JsonNode> all = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, JsonNode> kept = new(StringComparer.Ordinal);

    public int Count => kept.Count;

    public string Version { get; private set; } = "";

    public async Task<string> Run()
    {
        Version = (string)(await Read("version"))["gitVersion"]!;
        foreach (var (path, kinds) in Kinds.ByPath)
        {
            var schemas = (await Read("openapi/v3/" + path))["components"]!["schemas"]!.AsObject();
            foreach (var (name, definition) in schemas)
            {
                all[name] = definition!;
            }

            var found = schemas.Where(s => Names(s.Value!, path).Any(kinds.Contains)).Select(s => s.Key).ToArray();
            if (found.Length < kinds.Length)
            {
                throw new InvalidOperationException($"{path} has only {string.Join(", ", found)} of {string.Join(", ", kinds)}");
            }

            Array.ForEach(found, Keep);
        }

        foreach (var name in Kinds.Always)
        {
            Keep(name);
        }

        return Write();
    }

    private async Task<JsonNode> Read(string path) => JsonNode.Parse(await cluster.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    /// <summary>Kinds a definition is for; Scale and its like are served by groups other than their own.</summary>
    private static IEnumerable<string> Names(JsonNode definition, string path)
    {
        foreach (var gvk in definition["x-kubernetes-group-version-kind"] as JsonArray ?? [])
        {
            var (group, version, kind) = ((string)gvk!["group"]!, (string)gvk["version"]!, (string)gvk["kind"]!);
            if (kind is "Scale" or "TokenRequest" or "Eviction" || path == (group.Length == 0 ? $"api/{version}" : $"apis/{group}/{version}"))
            {
                yield return kind;
            }
        }
    }

    private void Keep(string name)
    {
        if (!kept.TryAdd(name, all[name]))
        {
            return;
        }

        foreach (var reference in References(all[name]))
        {
            Keep(reference);
        }
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(p => p is { Key: "$ref", Value: JsonValue path } ? [((string)path!).Split('/')[^1]] : References(p.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private string Write()
    {
        var text = new StringBuilder("{\n").Append(Line("kubernetes", Version)).Append(",\n\"definitions\": {\n");
        text.AppendJoin(",\n", kept.Select(d => Line(d.Key, d.Value)));
        return text.Append("\n}\n}\n").ToString();
    }

    private static string Line(string name, JsonNode? value) =>
        $"\"{name}\": {value!.ToJsonString(Compact)}";
}
