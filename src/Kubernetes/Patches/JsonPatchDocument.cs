using System.Text.Json.Nodes;

namespace Daytwo.Kubernetes.Patches;

/// <summary>A document while a JSON patch runs over it. Every operation returns null, or what is wrong with it.</summary>
internal sealed class JsonPatchDocument(JsonNode? root)
{
    /// <summary>How the text of a test that does not hold ends.</summary>
    public const string TestFailed = ": test failed";

    public JsonNode? Root { get; private set; } = root;

    public string? Run(JsonObject operation)
    {
        var kind = Text(operation["op"]);
        var path = JsonPointer.Parse(Text(operation["path"]));
        if (path is null)
        {
            return $"operation {kind}: path is missing or does not begin with a slash";
        }

        var hasValue = operation.TryGetPropertyValue("value", out var value);
        return kind switch
        {
            "add" => hasValue ? Add(path, value?.DeepClone()) : "add operation needs a value",
            "replace" => hasValue ? Replace(path, value?.DeepClone()) : "replace operation needs a value",
            "test" => Test(path, value),
            "remove" => Remove(path),
            "move" or "copy" => Transfer(JsonPointer.Parse(Text(operation["from"])), path, kind == "move"),
            _ => $"unexpected kind: {kind}",
        };
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private string? Add(JsonPointer path, JsonNode? value)
    {
        if (path.IsRoot)
        {
            Root = value;
            return null;
        }

        switch (path.Parent(Root))
        {
            case JsonObject map:
                map[path.Last] = value;
                return null;
            case JsonArray list when path.Last == "-":
                list.Add(value);
                return null;
            case JsonArray list when JsonPointer.Index(path.Last, list.Count + 1) is { } i && i <= list.Count:
                list.Insert(i, value);
                return null;
            default:
                return $"add operation does not apply: doc is missing path: \"{path.Text}\": missing value";
        }
    }

    private string? Remove(JsonPointer path)
    {
        if (path.IsRoot)
        {
            return "remove operation does not apply to the whole document";
        }

        switch (path.Parent(Root))
        {
            case JsonObject map when map.Remove(path.Last):
                return null;
            case JsonArray list when JsonPointer.Index(path.Last, list.Count) is { } i && i < list.Count:
                list.RemoveAt(i);
                return null;
            case JsonObject:
                return $"error in remove for path: '{path.Text}': Unable to remove nonexistent key: {path.Last}: missing value";
            case JsonArray:
                return $"error in remove for path: '{path.Text}': Unable to access invalid index: {path.Last}: invalid index referenced";
            default:
                return $"remove operation does not apply: doc is missing path: \"{path.Text}\": missing value";
        }
    }

    private string? Replace(JsonPointer path, JsonNode? value)
    {
        if (!path.TryGet(Root, out _))
        {
            return $"replace operation does not apply: doc is missing {(path.Parent(Root) is null ? "path" : "key")}: {path.Text}: missing value";
        }

        return path.IsRoot ? Add(path, value) : Remove(path) ?? Add(path, value);
    }

    private string? Test(JsonPointer path, JsonNode? expected)
    {
        var found = path.TryGet(Root, out var actual);
        return (found || expected is null) && JsonNode.DeepEquals(actual, expected) ? null : $"testing value {path.Text} failed{TestFailed}";
    }

    private string? Transfer(JsonPointer? from, JsonPointer path, bool remove)
    {
        if (from is null || !from.TryGet(Root, out var value))
        {
            return $"{(remove ? "move" : "copy")} operation does not apply: doc is missing from path: {from?.Text}: missing value";
        }

        var copy = value?.DeepClone();
        return (remove ? Remove(from) : null) ?? Add(path, copy);
    }
}
