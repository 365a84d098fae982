using System.Text.Json.Nodes;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Mutating;

/// <summary>Makes JSON patch operations of what an expression computed.</summary>
internal static class PatchReader
{
    /// <summary>The operations; null with the reason when the value is no list of <c>JSONPatch</c>.</summary>
    public static JsonArray? Read(CelValue value, out string? error)
    {
        error = null;
        if (value.Kind != CelKind.List)
        {
            error = "type mismatch: JSONPatchType.expression should evaluate to array";
            return null;
        }

        var operations = new JsonArray();
        for (var i = 0; i < value.Count; i++)
        {
            if (Operation(value[i], out error) is not { } operation)
            {
                return null;
            }

            operations.Add((JsonNode)operation);
        }

        return operations;
    }

    private static JsonObject? Operation(CelValue value, out string? error)
    {
        if (value.ObjectTypeName != "JSONPatch")
        {
            error = "type mismatch: JSONPatchType.expression should evaluate to array of JSONPatch";
            return null;
        }

        error = null;
        var operation = new JsonObject { ["op"] = Text(value, "op"), ["path"] = Text(value, "path") };
        if (Text(value, "from") is { Length: > 0 } from)
        {
            operation["from"] = from;
        }

        if (!value.TryGet("value", out var content))
        {
            return operation;
        }

        if (ObjectInitializers.Check(content) is { } mismatch)
        {
            error = $"type mismatch: {mismatch}";
            return null;
        }

        if (!JsonConversion.TryConvert(content, out var node))
        {
            error = "JSONPath valueExpression evaluated to a type that could not marshal to JSON";
            return null;
        }

        operation["value"] = node;
        return operation;
    }

    private static string Text(CelValue operation, string field) => operation.TryGet(field, out var text) && text.Kind == CelKind.String ? text.AsString : "";
}
