using System.Text.Json;
using System.Text.Json.Nodes;

namespace Daytwo.Proof;

/// <summary>Reads members of objects that may lack them.</summary>
internal static class JsonRead
{
    /// <summary>The node below these names; null where one is missing.</summary>
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = node is JsonObject json && json.TryGetPropertyValue(name, out var value) ? value : null;
        }

        return node;
    }

    /// <summary>The text below these names; null where one is missing or it is no text.</summary>
    public static string? Text(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>The object below these names, made where it is missing or something else.</summary>
    public static JsonObject Within(this JsonObject json, string name)
    {
        if (json[name] is JsonObject existing)
        {
            return existing;
        }

        var made = new JsonObject();
        json[name] = made;
        return made;
    }
}
