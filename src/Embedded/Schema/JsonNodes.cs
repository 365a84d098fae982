using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema;

/// <summary>Reading <see cref="JsonNode"/>s without caring whether they were parsed or built.</summary>
internal static class JsonNodes
{
    public static JsonShape Shape(this JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined => JsonShape.Null,
        JsonValueKind.Object => JsonShape.Object,
        JsonValueKind.Array => JsonShape.Array,
        JsonValueKind.String => JsonShape.String,
        JsonValueKind.Number => node.TryInteger(out _) ? JsonShape.Integer : JsonShape.Number,
        _ => JsonShape.Boolean,
    };

    /// <summary>The text of a string node.</summary>
    public static string Text(this JsonNode node) => node.GetValue<string>();

    /// <summary>The text when the node is a string, else null.</summary>
    public static string? TextOrNull(this JsonNode? node) => node.Shape() == JsonShape.String ? node!.Text() : null;

    public static bool TryInteger(this JsonNode node, out long value) =>
        node.AsValue().TryGetValue(out value)
        || long.TryParse(node.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    public static double Double(this JsonNode node) => double.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    public static bool IsTrue(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;

    /// <summary>A copy that may be put under another parent; null stays null.</summary>
    public static JsonNode? Copy(this JsonNode? node) => node?.DeepClone();

    public static bool Same(JsonNode? left, JsonNode? right) => JsonNode.DeepEquals(left, right);
}
