using System.Globalization;
using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema;

/// <summary>
/// One field the API refuses. <see cref="ToString"/> is the text of a Status message, <see cref="Body"/> and
/// <see cref="Reason"/> those of its cause.
/// </summary>
/// <param name="Field">The path of the field, as <see cref="FieldPath"/> writes it.</param>
/// <param name="Value">What the API quotes as the offending value, already written out; null when it quotes none.</param>
/// <param name="Detail">The rest of the sentence; may be empty.</param>
internal sealed record FieldError(FieldErrorType Type, string Field, string? Value, string Detail)
{
    /// <summary>The cause's reason, such as <c>FieldValueInvalid</c>.</summary>
    public string Reason => "FieldValue" + Type;

    /// <summary>The error without the field's path.</summary>
    public string Body
    {
        get
        {
            var text = Value is null ? Label : $"{Label}: {Value}";
            return Detail.Length == 0 ? text : $"{text}: {Detail}";
        }
    }

    private string Label => Type switch
    {
        FieldErrorType.NotFound => "Not found",
        FieldErrorType.Required => "Required value",
        FieldErrorType.Duplicate => "Duplicate value",
        FieldErrorType.NotSupported => "Unsupported value",
        FieldErrorType.Forbidden => "Forbidden",
        FieldErrorType.TooLong => "Too long",
        FieldErrorType.TooMany => "Too many",
        FieldErrorType.TooFew => "Too few",
        FieldErrorType.TooShort => "Too short",
        _ => "Invalid value",
    };

    public override string ToString() => $"{Field}: {Body}";

    public static FieldError Required(FieldPath at, string detail = "") => new(FieldErrorType.Required, at.ToString(), null, detail);

    public static FieldError Forbidden(FieldPath at, string detail) => new(FieldErrorType.Forbidden, at.ToString(), null, detail);

    public static FieldError Invalid(FieldPath at, JsonNode? value, string detail) =>
        new(FieldErrorType.Invalid, at.ToString(), GoText.Value(value), detail);

    public static FieldError TypeInvalid(FieldPath at, JsonNode? value, string detail) =>
        new(FieldErrorType.TypeInvalid, at.ToString(), GoText.Value(value), detail);

    public static FieldError NotFound(FieldPath at, JsonNode? value) => new(FieldErrorType.NotFound, at.ToString(), GoText.Value(value), "");

    public static FieldError Duplicate(FieldPath at, JsonNode? value) => new(FieldErrorType.Duplicate, at.ToString(), GoText.Value(value), "");

    public static FieldError NotSupported(FieldPath at, JsonNode? value, IEnumerable<string> allowed)
    {
        var list = string.Join(", ", allowed.Select(GoText.Quote));
        return new(FieldErrorType.NotSupported, at.ToString(), GoText.Value(value), list.Length == 0 ? "" : "supported values: " + list);
    }

    public static FieldError TooLong(FieldPath at, long limit) =>
        new(FieldErrorType.TooLong, at.ToString(), null, $"may not be more than {Number(limit)} {(limit == 1 ? "byte" : "bytes")}");

    public static FieldError TooMany(FieldPath at, long actual, long limit) =>
        new(FieldErrorType.TooMany, at.ToString(), Number(actual), $"must have at most {Number(limit)} {(limit == 1 ? "item" : "items")}");

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
