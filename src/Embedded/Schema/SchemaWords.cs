using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema.Rules;

namespace Daytwo.Embedded.Schema;

/// <summary>The single words of a schema's JSON, one group after the other.</summary>
internal static class SchemaWords
{
    public static void FillGeneric(StructuralSchema schema, JsonObject json)
    {
        schema.Type = Text(json, "type");
        schema.Format = Text(json, "format");
        schema.Description = Text(json, "description");
        schema.Title = Text(json, "title");
        schema.Nullable = json["nullable"].IsTrue();
        schema.Default = json["default"];
        schema.Pattern = Text(json, "pattern");
        schema.Required = Texts(json["required"]);
        schema.Enum = json["enum"] is JsonArray values ? [.. values] : null;
    }

    public static void FillExtensions(StructuralSchema schema, JsonObject json)
    {
        schema.PreserveUnknownFields = json["x-kubernetes-preserve-unknown-fields"].IsTrue();
        schema.EmbeddedResource = json["x-kubernetes-embedded-resource"].IsTrue();
        schema.IntOrString = json["x-kubernetes-int-or-string"].IsTrue() || Text(json, "format") == "int-or-string";
        schema.ListType = ListTypeOf(Text(json, "x-kubernetes-list-type"));
        schema.ListMapKeys = Texts(json["x-kubernetes-list-map-keys"]);
        schema.AtomicMap = AtomicMapOf(json);
        schema.PatchStrategy = Text(json, "x-kubernetes-patch-strategy");
        schema.PatchMergeKey = Text(json, "x-kubernetes-patch-merge-key");
        schema.Rules = json["x-kubernetes-validations"] is JsonArray rules ? [.. rules.OfType<JsonObject>().Select(Rule)] : [];
    }

    public static void FillBounds(StructuralSchema schema, JsonObject json)
    {
        schema.Maximum = json["maximum"]?.Double();
        schema.ExclusiveMaximum = json["exclusiveMaximum"].IsTrue();
        schema.Minimum = json["minimum"]?.Double();
        schema.ExclusiveMinimum = json["exclusiveMinimum"].IsTrue();
        schema.MultipleOf = json["multipleOf"]?.Double();
        schema.MaxLength = Whole(json, "maxLength");
        schema.MinLength = Whole(json, "minLength");
        schema.MaxItems = Whole(json, "maxItems");
        schema.MinItems = Whole(json, "minItems");
        schema.UniqueItems = json["uniqueItems"].IsTrue();
        schema.MaxProperties = Whole(json, "maxProperties");
        schema.MinProperties = Whole(json, "minProperties");
    }

    /// <summary>What a field says beside its reference to a definition.</summary>
    public static void FillOverlay(StructuralSchema schema, JsonObject json)
    {
        schema.Default = json["default"] ?? schema.Default;
        schema.Nullable |= json["nullable"].IsTrue();
        schema.AtomicMap = AtomicMapOf(json) ?? schema.AtomicMap;
        schema.PatchStrategy = json["x-kubernetes-patch-strategy"].TextOrNull() ?? schema.PatchStrategy;
        schema.Description = json["description"].TextOrNull() ?? schema.Description;
    }

    private static ListType ListTypeOf(string word) => word switch
    {
        "atomic" => ListType.Atomic,
        "set" => ListType.Set,
        "map" => ListType.Map,
        _ => ListType.Unset,
    };

    private static bool? AtomicMapOf(JsonObject json) => Text(json, "x-kubernetes-map-type") switch
    {
        "atomic" => true,
        "granular" => false,
        _ => null,
    };

    private static ValidationRule Rule(JsonObject json) => new(
        Text(json, "rule"),
        Text(json, "message"),
        Text(json, "messageExpression"),
        Text(json, "reason"),
        Text(json, "fieldPath"),
        json["optionalOldSelf"].IsTrue());

    private static string Text(JsonObject json, string key) => json[key].TextOrNull() ?? "";

    private static List<string> Texts(JsonNode? list) =>
        list is JsonArray array ? [.. array.Select(n => n.TextOrNull()).OfType<string>()] : [];

    private static long? Whole(JsonObject json, string key) => json[key] is { } node && node.TryInteger(out var value) ? value : null;
}
