using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Kubernetes.Yaml;

namespace Daytwo.Admission.Tests;

/// <summary>A document of a file of cases: policies, bindings, what the cluster has, a request, and what is to come of it.</summary>
internal sealed record PolicyCase(JsonObject Json)
{
    public string Name => (string)Json["name"]!;

    public JsonObject Want => (JsonObject)Json["want"]!;

    public static IReadOnlyDictionary<string, PolicyCase> Read(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "cases", file);
        return YamlReader.ReadAll(File.ReadAllText(path), file).Select(n => new PolicyCase((JsonObject)n)).ToDictionary(c => c.Name);
    }

    /// <summary>The objects under a key, one or a list of them.</summary>
    public IReadOnlyList<JsonObject> Objects(string key) => Json[key] switch
    {
        JsonArray list => [.. list.Select(n => (JsonObject)n!)],
        JsonObject one => [one],
        _ => [],
    };

    /// <summary>A policy or binding: the case writes its spec, with <c>name</c> among it.</summary>
    public static string Whole(JsonObject written, string defaultName)
    {
        var spec = (JsonObject)written.DeepClone();
        var name = (string?)spec["name"] ?? defaultName;
        spec.Remove("name");
        return new JsonObject { ["metadata"] = new JsonObject { ["name"] = name }, ["spec"] = spec }.ToJsonString();
    }

    public override string ToString() => Name;

    public static void Same(JsonNode? want, JsonNode? actual) =>
        Assert.True(Text(want) == Text(actual), $"want {Text(want)}\ngot {Text(actual)}");

    private static string Text(JsonNode? node) => Sorted(node)?.ToJsonString(Indented) ?? "null";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
