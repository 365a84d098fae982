using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema.Validation;

/// <summary>Is the value of the type the schema names?</summary>
internal static class TypeCheck
{
    public static bool Applies(StructuralSchema schema) => schema.Type.Length > 0 || schema.IntOrString || Formats.Effective(schema).Length > 0;

    public static ValidationResult Run(JsonNode? value, StructuralSchema schema, SchemaPath path, FieldPath at)
    {
        var result = new ValidationResult();
        if (!Applies(schema))
        {
            return result;
        }

        if (Mismatch(value, schema) is { } mismatch)
        {
            var detail = $"{path.Text} in body must be of type {mismatch.Wanted}: {GoText.Quote(mismatch.Found)}";
            result.Add(FieldError.TypeInvalid(at, mismatch.Found, detail));
        }
        else
        {
            result.Match();
        }

        return result;
    }

    private static (string Wanted, string Found)? Mismatch(JsonNode? value, StructuralSchema schema)
    {
        var types = TypesOf(schema);
        var wanted = string.Join(',', types);
        if (value is null)
        {
            return types.Length > 0 && !schema.Nullable ? (wanted, "null") : null;
        }

        var shape = value.Shape();
        var (type, format) = NameOf(shape);
        var wholeFloat = shape == JsonShape.Number && types.Contains("integer") && double.IsInteger(value.Double());
        var matches = types.Contains(type) || wholeFloat || (shape == JsonShape.Integer && types.Contains("number"));
        var schemaFormat = Formats.Effective(schema);
        var textual = shape is JsonShape.String or JsonShape.Array;
        if (!textual && schemaFormat.Length > 0 && !matches && format != schemaFormat)
        {
            return (schemaFormat, format);
        }

        var formatDecides = textual && schemaFormat.Length > 0 && !types.Contains("number") && !types.Contains("integer");
        return formatDecides || matches ? null : (wanted, type);
    }

    private static string[] TypesOf(StructuralSchema schema)
    {
        if (schema.IntOrString)
        {
            return ["integer", "string"];
        }

        return schema.Type.Length > 0 ? [schema.Type] : [];
    }

    private static (string Type, string Format) NameOf(JsonShape shape) => shape switch
    {
        JsonShape.Boolean => ("boolean", ""),
        JsonShape.String => ("string", ""),
        JsonShape.Integer => ("integer", "int64"),
        JsonShape.Number => ("number", "float64"),
        JsonShape.Array => ("array", ""),
        _ => ("object", ""),
    };
}
