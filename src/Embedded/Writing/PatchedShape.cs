using System.Text.Json.Nodes;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Writing;

/// <summary>What a patch made must be of the kind: of its types and, where strictness is asked, without unknown fields.</summary>
internal static class PatchedShape
{
    private const string StrategicType = "application/strategic-merge-patch+json";

    /// <remarks>Of a strategic merge patch the refusal quotes the patch, of others the object they made.</remarks>
    public static Fault? Check(WriteContext context, JsonObject before, JsonObject value, JsonNode? patch)
    {
        var isStrategic = RequestBody.MediaType(context.Request.ContentType) == StrategicType;
        var mismatch = BuiltInSchemas.Mismatch(context.Kind, value);
        var problem = isStrategic ? mismatch?.Patched : mismatch?.Decoded;
        problem ??= context.Options.Validation == FieldValidation.Strict ? Strict(context, before, value) : null;
        if (problem is null)
        {
            return null;
        }

        var quoted = isStrategic ? GoText.Plain(patch) : GoText.Json(value);
        var error = FieldError.Invalid(new("patch"), quoted, problem);
        return new Fault(422, "Invalid", $" \"\" is invalid: {error}") { Details = new() { Causes = [new(error.Reason, error.Body, error.Field)] } };
    }

    private static string? Strict(WriteContext context, JsonObject before, JsonObject value)
    {
        var stored = Unknown(context, before);
        string[] problems =
        [
            .. Unknown(context, value).Except(stored).Select(path => $"unknown field \"{path}\""),
            .. context.Duplicates.Select(path => $"duplicate field \"{path}\""),
        ];
        return problems.Length == 0 ? null : "strict decoding error: " + string.Join(", ", problems);
    }

    private static IReadOnlyList<string> Unknown(WriteContext context, JsonObject value)
    {
        var copy = (JsonObject)value.DeepClone();
        return context.Kind.Custom is { } custom ? custom.Schema.Prune(copy) : BuiltInSchemas.Prune(context.Kind, copy);
    }
}
