using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Patches;

/// <summary>A document while a JSON patch runs over it. Every operation returns null, or what is wrong with it.</summary>
internal sealed class JsonPatchDocument(JsonNode? root)
{
    public JsonNode? Root { get; private set; } = root;

    public string? Run(JsonObject operation)
    {
        var kind = operation["op"].TextOrNull();
        var path = JsonPointer.Parse(operation["path"].TextOrNull());
        if (path is null)
        {
            return $"operation {kind}: path is missing or does not begin with a slash";
        }

        var hasValue = operation.TryGetPropertyValue("value", out var value);
        return kind switch
        {
            "add" => hasValue ? Add(path, value.Copy()) : "add operation needs a value",
            "replace" => hasValue ? Replace(path, value.Copy()) : "replace operation needs a value",
            "test" => Test(path, value),
            "remove" => Remove(path),
            "move" or "copy" => Transfer(JsonPointer.Parse(operation["from"].TextOrNull()), path, kind == "move"),
            _ => $"unexpected kind: {kind}",
        };
    }

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
                return $"add operation does not apply: doc is missing path: \"{path.Text}\"";
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
            default:
                return $"remove operation does not apply: doc is missing path: \"{path.Text}\"";
        }
    }

    private string? Replace(JsonPointer path, JsonNode? value)
    {
        if (!path.TryGet(Root, out _))
        {
            return $"replace operation does not apply: doc is missing path: \"{path.Text}\"";
        }

        return path.IsRoot ? Add(path, value) : Remove(path) ?? Add(path, value);
    }

    private string? Test(JsonPointer path, JsonNode? expected)
    {
        var found = path.TryGet(Root, out var actual);
        return (found || expected is null) && JsonNodes.Same(actual, expected) ? null : $"testing value {path.Text} failed";
    }

    private string? Transfer(JsonPointer? from, JsonPointer path, bool remove)
    {
        if (from is null || !from.TryGet(Root, out var value))
        {
            return $"{(remove ? "move" : "copy")} operation does not apply: doc is missing from path: \"{from?.Text}\"";
        }

        var copy = value.Copy();
        return (remove ? Remove(from) : null) ?? Add(path, copy);
    }
}
