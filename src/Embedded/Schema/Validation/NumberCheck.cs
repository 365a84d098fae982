using System.Globalization;
using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema.Validation;

/// <summary>Bounds and divisibility of a number. Whole numbers are compared as such, so no digit of an int64 is lost.</summary>
internal sealed class NumberCheck(FieldPath root)
{
    private const double LargestExact = (1L << 53) - 1;
    private const double Epsilon = 1e-9;

    public ValidationResult Run(JsonNode value, StructuralSchema schema, SchemaPath path, FieldPath at)
    {
        var result = new ValidationResult();
        result.Add(Range(value, schema, path));
        result.Add(MultipleOf(value, schema.MultipleOf, path, at));
        result.Add(Minimum(value, schema, path, at));
        result.Add(Maximum(value, schema, path, at));
        result.Match();
        return result;
    }

    /// <summary>Does the value fit the type and format? The API files this at the object, not at the field.</summary>
    private FieldError? Range(JsonNode value, StructuralSchema schema, SchemaPath path)
    {
        var fits = (schema.Type, schema.Format) switch
        {
            ("integer", "int32") => Whole(value) is >= int.MinValue and <= int.MaxValue,
            ("integer", _) => Whole(value) is not null,
            ("number", "float") => float.IsFinite((float)value.Double()),
            _ => true,
        };
        var format = Formats.Effective(schema);
        var words = format.Length == 0 ? "(default format)" : $"with format {format}";
        return fits ? null : FieldError.Invalid(root, "", $"Checked value must be of type {schema.Type} {words} in {path.Text}");
    }

    private static long? Whole(JsonNode value)
    {
        if (value.TryInteger(out var whole))
        {
            return whole;
        }

        var number = value.Double();
        return double.IsInteger(number) && number is >= long.MinValue and < long.MaxValue ? (long)number : null;
    }

    private static FieldError? MultipleOf(JsonNode value, double? factor, SchemaPath path, FieldPath at)
    {
        if (factor is not { } f)
        {
            return null;
        }

        if (f <= 0)
        {
            return FieldError.Invalid(at, f, $"factor MultipleOf declared for {path.Text} must be positive: {GoText.Number(f)}");
        }

        var fits = value.TryInteger(out var whole) && double.IsInteger(f)
            ? whole % (long)f == 0
            : IsJsonInteger(f < 1 ? 1 / f * value.Double() : value.Double() / f);
        return fits ? null : FieldError.Invalid(at, value, $"{path.Text} in body should be a multiple of {GoText.Number(f)}");
    }

    /// <summary>Whole within rounding, and small enough that a double holds it exactly.</summary>
    private static bool IsJsonInteger(double number)
    {
        if (!(Math.Abs(number) <= LargestExact))
        {
            return false;
        }

        var whole = Math.Truncate(number);
        return number == whole || Math.Abs(number - whole) / (Math.Abs(number) + Math.Abs(whole)) < Epsilon;
    }

    private static FieldError? Minimum(JsonNode value, StructuralSchema schema, SchemaPath path, FieldPath at)
    {
        if (schema.Minimum is not { } min || Compare(value, min) is var order && (schema.ExclusiveMinimum ? order > 0 : order >= 0))
        {
            return null;
        }

        var words = schema.ExclusiveMinimum ? "should be greater than" : "should be greater than or equal to";
        return FieldError.Invalid(at, value, $"{path.Text} in body {words} {Bound(value, min)}");
    }

    private static FieldError? Maximum(JsonNode value, StructuralSchema schema, SchemaPath path, FieldPath at)
    {
        if (schema.Maximum is not { } max || Compare(value, max) is var order && (schema.ExclusiveMaximum ? order < 0 : order <= 0))
        {
            return null;
        }

        var words = schema.ExclusiveMaximum ? "should be less than" : "should be less than or equal to";
        return FieldError.Invalid(at, value, $"{path.Text} in body {words} {Bound(value, max)}");
    }

    private static int Compare(JsonNode value, double bound) =>
        value.TryInteger(out var whole) ? whole.CompareTo((long)bound) : value.Double().CompareTo(bound);

    private static string Bound(JsonNode value, double bound) =>
        value.TryInteger(out _) ? ((long)bound).ToString(CultureInfo.InvariantCulture) : GoText.Number(bound);
}
