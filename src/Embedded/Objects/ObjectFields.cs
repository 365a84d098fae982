using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Objects;

/// <summary>The fields every object has, read from and written to its JSON. Fields of a wrong type read as absent.</summary>
internal static class ObjectFields
{
    /// <summary>The object's metadata, added when absent.</summary>
    public static JsonObject Metadata(this JsonObject value)
    {
        if (value["metadata"] is JsonObject metadata)
        {
            return metadata;
        }

        metadata = [];
        value["metadata"] = metadata;
        return metadata;
    }

    public static string Text(this JsonObject? parent, string field) =>
        parent?[field] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";

    public static long? Integer(this JsonObject? parent, string field) =>
        parent?[field] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool Flag(this JsonObject? parent, string field) => parent?[field]?.GetValueKind() == JsonValueKind.True;

    public static JsonObject? Child(this JsonObject? parent, string field) => parent?[field] as JsonObject;

    /// <summary>The objects of a list; entries that are no objects are left out.</summary>
    public static IEnumerable<JsonObject> Items(this JsonObject? parent, string field) =>
        parent?[field] is JsonArray list ? list.OfType<JsonObject>() : [];

    /// <summary>The strings of a list.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject? parent, string field) => parent?[field] is JsonArray list
        ? [.. list.Where(i => i?.GetValueKind() == JsonValueKind.String).Select(i => i!.GetValue<string>())]
        : [];

    /// <summary>Strings as a list.</summary>
    public static JsonArray ToJson(this IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    /// <summary>The name in metadata; empty when absent.</summary>
    public static string ObjectName(this JsonObject value) => value.Child("metadata").Text("name");

    /// <summary>The namespace in metadata; null for cluster-scoped objects.</summary>
    public static string? ObjectNamespace(this JsonObject value) => value.Child("metadata").Text("namespace") is { Length: > 0 } ns ? ns : null;

    public static string Uid(this JsonObject value) => value.Child("metadata").Text("uid");

    public static string ResourceVersion(this JsonObject value) => value.Child("metadata").Text("resourceVersion");

    public static bool Terminating(this JsonObject value) => value.Child("metadata").Text("deletionTimestamp").Length > 0;

    public static IReadOnlyList<string> Finalizers(this JsonObject value) => value.Child("metadata").Texts("finalizers");

    /// <summary>A copy that shares nothing.</summary>
    public static JsonObject Clone(this JsonObject value) => (JsonObject)value.DeepClone();

    /// <summary>Makes a field what it is in another object: a copy, or absent.</summary>
    public static void Take(this JsonObject target, string field, JsonObject? source)
    {
        if (source is not null && source.TryGetPropertyValue(field, out var value))
        {
            target[field] = value?.DeepClone();
        }
        else
        {
            target.Remove(field);
        }
    }
}
