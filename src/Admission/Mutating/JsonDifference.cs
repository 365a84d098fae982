using System.Globalization;
using System.Text.Json.Nodes;

namespace Daytwo.Admission.Mutating;

/// <summary>Says how a document differs from another as a JSON patch. Lists are compared place by place: one that lost or gained items elsewhere than at its end is longer to describe, not wrong.</summary>
internal static class JsonDifference
{
    public static JsonArray Of(JsonNode? before, JsonNode? after)
    {
        var operations = new JsonArray();
        Compare(before, after, "", operations);
        return operations;
    }

    private static void Compare(JsonNode? before, JsonNode? after, string path, JsonArray operations)
    {
        if (before is JsonObject left && after is JsonObject right)
        {
            CompareMaps(left, right, path, operations);
        }
        else if (before is JsonArray first && after is JsonArray second)
        {
            CompareLists(first, second, path, operations);
        }
        else if (!JsonNode.DeepEquals(before, after))
        {
            Add(operations, "replace", path, after);
        }
    }

    private static void CompareMaps(JsonObject before, JsonObject after, string path, JsonArray operations)
    {
        foreach (var (key, value) in before)
        {
            if (after.TryGetPropertyValue(key, out var changed))
            {
                Compare(value, changed, Child(path, key), operations);
            }
            else
            {
                operations.Add((JsonNode)new JsonObject { ["op"] = "remove", ["path"] = Child(path, key) });
            }
        }

        foreach (var (key, value) in after)
        {
            if (!before.ContainsKey(key))
            {
                Add(operations, "add", Child(path, key), value);
            }
        }
    }

    private static void CompareLists(JsonArray before, JsonArray after, string path, JsonArray operations)
    {
        var common = Math.Min(before.Count, after.Count);
        for (var i = 0; i < common; i++)
        {
            Compare(before[i], after[i], $"{path}/{i.ToString(CultureInfo.InvariantCulture)}", operations);
        }

        for (var i = before.Count - 1; i >= common; i--)
        {
            operations.Add((JsonNode)new JsonObject { ["op"] = "remove", ["path"] = $"{path}/{i.ToString(CultureInfo.InvariantCulture)}" });
        }

        for (var i = common; i < after.Count; i++)
        {
            Add(operations, "add", $"{path}/-", after[i]);
        }
    }

    private static void Add(JsonArray operations, string op, string path, JsonNode? value) =>
        operations.Add((JsonNode)new JsonObject { ["op"] = op, ["path"] = path, ["value"] = value?.DeepClone() });

    private static string Child(string path, string key) => $"{path}/{key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
