using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.Writing;

/// <summary>Checks that metadata's fields have the right JSON types, so that everything behind it can rely on them.</summary>
internal static class MetadataShape
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["name"] = "string", ["generateName"] = "string", ["namespace"] = "string", ["selfLink"] = "string", ["uid"] = "string",
        ["resourceVersion"] = "string", ["generation"] = "int64", ["creationTimestamp"] = "v1.Time", ["deletionTimestamp"] = "v1.Time",
        ["deletionGracePeriodSeconds"] = "int64", ["labels"] = "map[string]string", ["annotations"] = "map[string]string",
        ["ownerReferences"] = "[]v1.OwnerReference", ["finalizers"] = "[]string", ["managedFields"] = "[]v1.ManagedFieldsEntry",
    };

    /// <summary>The fields that metadata may have.</summary>
    public static IEnumerable<string> Unknown(JsonObject value) =>
        value["metadata"] is JsonObject metadata ? metadata.Select(p => p.Key).Where(k => !Fields.ContainsKey(k)).Select(k => "metadata." + k) : [];

    /// <summary>What is wrong, in the words of the API's decoder; null when nothing is. Nulls count as absent and are removed.</summary>
    public static string? Check(JsonObject value, KindDefinition kind)
    {
        if (value["metadata"] is null)
        {
            value.Remove("metadata");
            return null;
        }

        if (value["metadata"] is not JsonObject metadata)
        {
            return $"json: cannot unmarshal {Name(value["metadata"]!)} into Go struct field {kind.Kind}.metadata of type v1.ObjectMeta";
        }

        foreach (var (key, field) in metadata.ToArray())
        {
            if (field is null)
            {
                metadata.Remove(key);
            }
            else if (Fields.TryGetValue(key, out var type) && Mismatch(field, type) is var (wrong, wanted))
            {
                return $"json: cannot unmarshal {Name(wrong)} into Go struct field ObjectMeta.{(kind.Custom is null ? "metadata." : "")}{key} of type {wanted}";
            }
        }

        return null;
    }

    private static (JsonNode Wrong, string Wanted)? Mismatch(JsonNode field, string type) => type switch
    {
        "string" or "v1.Time" => field.GetValueKind() == JsonValueKind.String ? null : (field, type),
        "int64" => field.GetValueKind() == JsonValueKind.Number ? null : (field, type),
        "map[string]string" => field is JsonObject map ? Strings(map.Select(p => p.Value)) : (field, type),
        "[]string" => field is JsonArray list ? Strings(list) : (field, type),
        _ => field is not JsonArray objects ? (field, type) : objects.FirstOrDefault(o => o is not JsonObject) is { } wrong ? (wrong, type[2..]) : null,
    };

    private static (JsonNode, string)? Strings(IEnumerable<JsonNode?> values) =>
        values.FirstOrDefault(v => v is not null && v.GetValueKind() != JsonValueKind.String) is { } wrong ? (wrong, "string") : null;

    private static string Name(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "bool",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
