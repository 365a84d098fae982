using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema.Validation;

/// <summary>
/// Checks a value against a schema with the API's texts. On update, a part that equals its old counterpart is not
/// held to rules it already broke; list items are matched only in lists of type map.
/// </summary>
internal sealed class SchemaValidator(FieldPath root)
{
    /// <param name="old">The value it replaces; <see cref="OldValue.None"/> on create.</param>
    public static IReadOnlyList<FieldError> Validate(FieldPath root, JsonNode? value, StructuralSchema schema, OldValue old) =>
        new SchemaValidator(root).Check(value, schema, SchemaPath.Root, old, forgive: true).Errors;

    private ValidationResult Check(JsonNode? value, StructuralSchema schema, SchemaPath path, OldValue old, bool forgive)
    {
        var at = path.Field(root);
        var result = new ValidationResult();
        result.Merge(TypeCheck.Run(value, schema, path, at));
        if (value is null)
        {
            result.Merge(EnumCheck.Run(value, schema, at));
        }
        else
        {
            if (TypeCheck.Applies(schema))
            {
                result.Match();
            }

            CheckValue(result, value, schema, path, at, old);
        }

        return forgive && !result.Valid && old.Equals(value) ? result.Forgiven() : result;
    }

    private void CheckValue(ValidationResult result, JsonNode value, StructuralSchema schema, SchemaPath path, FieldPath at, OldValue old)
    {
        result.Merge(CheckJunctors(value, schema, path, at, old));
        result.Match();
        switch (value.Shape())
        {
            case JsonShape.String:
                Take(result, StringCheck.Run(value.Text(), schema, path, at));
                if (Formats.Known(schema))
                {
                    Take(result, StringCheck.Format(value.Text(), schema, path, at));
                }

                break;
            case JsonShape.Integer or JsonShape.Number:
                Take(result, new NumberCheck(root).Run(value, schema, path, at));
                break;
            case JsonShape.Array:
                Take(result, CheckItems((JsonArray)value, schema, path, at, old));
                break;
        }

        Take(result, EnumCheck.Run(value, schema, at));
        if (value is JsonObject map)
        {
            Take(result, CheckMap(map, schema, path, at, old));
        }

        result.Match();
    }

    private static void Take(ValidationResult result, ValidationResult? part)
    {
        result.Merge(part);
        result.Match();
    }

    private ValidationResult CheckItems(JsonArray list, StructuralSchema schema, SchemaPath path, FieldPath at, OldValue old)
    {
        var result = new ValidationResult();
        for (var i = 0; i < list.Count && schema.Items is not null; i++)
        {
            var was = old.Item(list[i], schema);
            result.Merge(Check(list[i], schema.Items, path.Index(i), was, was.Known));
        }

        SizeCheck.List(result, list, schema, path, at);
        result.Match();
        return result;
    }

    private ValidationResult CheckMap(JsonObject map, StructuralSchema schema, SchemaPath path, FieldPath at, OldValue old)
    {
        var result = new ValidationResult();
        SizeCheck.Map(result, map, schema, path, at);
        foreach (var (key, value) in map.Where(p => !schema.Properties.ContainsKey(p.Key)))
        {
            if (schema.AdditionalAllowed == false)
            {
                result.Add(FieldError.Invalid(at, key, $"{path.Text}.{key} in body is a forbidden property"));
            }
            else if (schema.AdditionalProperties is { } additional)
            {
                CheckField(result, key, value, additional, path.Additional(key), old, schema);
            }
        }

        foreach (var (key, property) in schema.Properties.Where(p => map.ContainsKey(p.Key)))
        {
            CheckField(result, key, map[key], property, path.Property(key), old, schema);
        }

        foreach (var name in schema.Required.Where(n => !map.ContainsKey(n)))
        {
            result.Add(FieldError.Required(path.Additional(name).Field(root)));
        }

        return result;
    }

    private void CheckField(
        ValidationResult result, string key, JsonNode? value, StructuralSchema field, SchemaPath path, OldValue old, StructuralSchema parent)
    {
        var was = path.Text is "kind" or "apiVersion" ? OldValue.None : old.Field(key, parent);
        result.Merge(Check(value, field, path, was, was.Known));
    }

    private ValidationResult CheckJunctors(JsonNode value, StructuralSchema schema, SchemaPath path, FieldPath at, OldValue old)
    {
        var junctors = new Junctors(root, path.Text, inner => Check(value, inner, path, old, forgive: false));
        var result = new ValidationResult();
        junctors.AnyOf(result, schema.AnyOf);
        junctors.OneOf(result, schema.OneOf);
        junctors.AllOf(result, schema.AllOf);
        junctors.Not(result, schema.Not);
        result.Match();
        return result;
    }
}
