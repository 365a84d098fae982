using System.Globalization;

namespace Daytwo.Embedded.Schema.Validation;

/// <summary>Length (in Unicode code points), pattern and format of a string; the first that fails is reported.</summary>
internal static class StringCheck
{
    public static ValidationResult? Run(string value, StructuralSchema schema, SchemaPath path, FieldPath at)
    {
        var length = value.EnumerateRunes().Count();
        if (schema.MaxLength is { } max && length > max)
        {
            return Fail(FieldError.TooLong(at, max));
        }

        if (schema.MinLength is { } min && length < min)
        {
            var least = min.ToString(CultureInfo.InvariantCulture);
            return Fail(FieldError.Invalid(at, value, $"{path.Text} in body should be at least {least} chars long"));
        }

        return schema.Pattern.Length == 0 || Pattern(value, schema.Pattern) is not { } told
            ? null
            : Fail(FieldError.Invalid(at, value, $"{path.Text} in body should match '{told}'"));
    }

    public static ValidationResult? Format(string value, StructuralSchema schema, SchemaPath path, FieldPath at) =>
        Formats.Accepts(schema.Format, value)
            ? null
            : Fail(FieldError.TypeInvalid(at, value, $"{path.Text} in body must be of type {schema.Format}: {GoText.Quote(value)}"));

    /// <returns>Null when the value matches, else how the message names the pattern.</returns>
    private static string? Pattern(string value, string pattern)
    {
        var compiled = PatternSyntax.Compile(pattern);
        if (compiled.Expression is null)
        {
            return $"{pattern}, but pattern is invalid: {compiled.Error}";
        }

        return compiled.Expression.IsMatch(value) ? null : pattern;
    }

    private static ValidationResult Fail(FieldError error)
    {
        var result = new ValidationResult();
        result.Add(error);
        return result;
    }
}
