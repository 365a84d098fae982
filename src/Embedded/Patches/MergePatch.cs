using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Patches;

/// <summary>JSON Merge Patch (RFC 7396): null removes, objects merge, everything else replaces.</summary>
internal static class MergePatch
{
    /// <summary>A new value; neither argument is changed.</summary>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
        {
            return patch?.DeepClone();
        }

        var result = target is JsonObject map ? (JsonObject)map.DeepClone() : [];
        Merge(result, changes);
        return result;
    }

    private static void Merge(JsonObject target, JsonObject changes)
    {
        foreach (var (key, change) in changes)
        {
            switch (change)
            {
                case null:
                    target.Remove(key);
                    break;
                case JsonObject inner:
                    if (target[key] is not JsonObject child)
                    {
                        child = [];
                        target[key] = child;
                    }

                    Merge(child, inner);
                    break;
                default:
                    target[key] = change.DeepClone();
                    break;
            }
        }
    }
}
