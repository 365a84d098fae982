using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema.Validation;

/// <summary>Is the value one of those listed?</summary>
internal static class EnumCheck
{
    public static ValidationResult? Run(JsonNode? value, StructuralSchema schema, FieldPath at)
    {
        if (schema.Enum is not { Count: > 0 } allowed || (value is not null && allowed.Any(a => JsonNodes.Same(a, value))))
        {
            return null;
        }

        var result = new ValidationResult();
        result.Add(FieldError.NotSupported(at, value, allowed.Select(a => a.TextOrNull() ?? GoText.Json(a))));
        return result;
    }
}
