using System.Text.Json;
using System.Text.Json.Nodes;

namespace Daytwo.Kubernetes.Requests;

/// <summary>One step of an RFC 6902 patch. All steps happen, or none.</summary>
public sealed record JsonPatchOperation
{
    private JsonPatchOperation(string op, string path) => (Op, Path) = (op, path);

    public string Op { get; }

    /// <summary>A JSON pointer, such as <c>/metadata/finalizers/0</c>.</summary>
    public string Path { get; }

    /// <summary>What to add, put or test; null is JSON's null.</summary>
    public JsonNode? Value { get; private init; }

    private bool HasValue => Op != "remove";

    /// <summary>Adds a member, or inserts into an array; <c>-</c> as last segment appends.</summary>
    public static JsonPatchOperation Add(string path, JsonNode? value) => new("add", path) { Value = value };

    public static JsonPatchOperation Replace(string path, JsonNode? value) => new("replace", path) { Value = value };

    public static JsonPatchOperation Remove(string path) => new("remove", path);

    /// <summary>Fails the whole patch, as Invalid, unless the value there equals this one.</summary>
    public static JsonPatchOperation Test(string path, JsonNode? value) => new("test", path) { Value = value };

    /// <summary>One segment of a pointer, escaped.</summary>
    public static string Escape(string segment) => segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("op"u8, Op);
        writer.WriteString("path"u8, Path);
        if (HasValue)
        {
            writer.WritePropertyName("value"u8);
            if (Value is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                Value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
