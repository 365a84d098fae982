using System.Globalization;
using System.Text.Json.Nodes;

namespace Daytwo.Kubernetes.Patches;

/// <summary>A JSON Pointer (RFC 6901), split into its parts.</summary>
internal sealed class JsonPointer
{
    private readonly string[] parts;

    private JsonPointer(string text, string[] parts) => (Text, this.parts) = (text, parts);

    public string Text { get; }

    public bool IsRoot => parts.Length == 0;

    /// <summary>The last part: a key, an index or <c>-</c>.</summary>
    public string Last => parts[^1];

    /// <returns>Null when the text is no pointer.</returns>
    public static JsonPointer? Parse(string? text)
    {
        if (text is null || (text.Length > 0 && text[0] != '/'))
        {
            return null;
        }

        var parts = text.Split('/').Skip(1);
        return new(text, [.. parts.Select(p => p.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))]);
    }

    /// <summary>The object or array that holds the last part, or null when the way there does not exist.</summary>
    public JsonNode? Parent(JsonNode? root)
    {
        var node = root;
        foreach (var part in parts[..^1])
        {
            node = node switch
            {
                JsonObject map => map[part],
                JsonArray list when Index(part, list.Count) is { } i && i < list.Count => list[i],
                _ => null,
            };
        }

        return node is JsonObject or JsonArray ? node : null;
    }

    /// <summary>Reads what the pointer points at.</summary>
    public bool TryGet(JsonNode? root, out JsonNode? value)
    {
        value = root;
        if (IsRoot)
        {
            return true;
        }

        switch (Parent(root))
        {
            case JsonObject map:
                return map.TryGetPropertyValue(Last, out value);
            case JsonArray list when Index(Last, list.Count) is { } i && i < list.Count:
                value = list[i];
                return true;
            default:
                return false;
        }
    }

    /// <summary>A position in a list; negative ones count from the end. Null when it is none.</summary>
    public static int? Index(string part, int count)
    {
        if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
        {
            return null;
        }

        var position = index < 0 ? index + count : index;
        return position < 0 ? null : position;
    }
}
