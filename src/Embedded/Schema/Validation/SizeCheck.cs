using System.Globalization;
using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema.Validation;

/// <summary>How many items or keys there may be.</summary>
internal static class SizeCheck
{
    public static void List(ValidationResult result, JsonArray list, StructuralSchema schema, SchemaPath path, FieldPath at)
    {
        if (schema.MinItems is { } min && list.Count < min)
        {
            result.Add(FieldError.Invalid(at, list.Count, $"{path.Text} in body should have at least {Text(min)} items"));
        }

        if (schema.MaxItems is { } max && list.Count > max)
        {
            result.Add(FieldError.TooMany(at, list.Count, max));
        }

        if (schema.UniqueItems && HasDuplicates(list))
        {
            result.Add(FieldError.Invalid(at, "", $"{path.Text} in body shouldn't contain duplicates"));
        }
    }

    public static void Map(ValidationResult result, JsonObject map, StructuralSchema schema, SchemaPath path, FieldPath at)
    {
        if (schema.MinProperties is { } min && map.Count < min)
        {
            result.Add(FieldError.Invalid(at, map.Count, $"{path.Text} in body should have at least {Text(min)} properties"));
        }

        if (schema.MaxProperties is { } max && map.Count > max)
        {
            result.Add(FieldError.TooMany(at, map.Count, max));
        }
    }

    private static bool HasDuplicates(JsonArray list) =>
        list.Select((item, i) => list.Take(i).Any(other => JsonNodes.Same(other, item))).Any(seen => seen);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
