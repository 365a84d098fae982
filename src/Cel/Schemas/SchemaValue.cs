using System.Buffers.Text;
using Daytwo.Cel.Times;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Schemas;

/// <summary>JSON values as a schema types them: numbers by their declared type, formatted strings as what they mean, fields by escaped names.</summary>
public static class SchemaValue
{
    /// <summary>The value as expressions see it; an error value where it does not fit the schema.</summary>
    public static CelValue Of(CelValue value, CelSchema schema)
    {
        if (value.Kind == CelKind.Null)
        {
            return schema.Nullable ? CelValue.Null : CelValue.OfError("invalid data, got null for schema with nullable=false");
        }

        if (schema.IntOrString)
        {
            return value.Kind is CelKind.Int or CelKind.String ? value : CelValue.OfError("invalid data, expected XIntOrString value to be either a string or integer");
        }

        return schema.Type switch
        {
            "object" => value.Kind == CelKind.Map ? new CelValue(new SchemaMap(value, schema), 0) : CelValue.OfError("invalid data, expected a map for the provided schema with type=object"),
            "array" => value.Kind == CelKind.List ? new CelValue(new SchemaList(value, schema), 0) : CelValue.OfError("invalid data, expected an array for the provided schema with type=array"),
            "string" => value.Kind == CelKind.String ? Text(value, schema.Format) : CelValue.OfError($"invalid data, expected string, got {value.Kind}"),
            "number" when value.Kind == CelKind.Int => CelValue.Of((double)value.AsInt),
            "number" => value.Kind == CelKind.Double ? value : CelValue.OfError($"invalid data, expected float, got {value.Kind}"),
            "integer" => value.Kind == CelKind.Int ? value : Whole(value),
            "boolean" => value.Kind == CelKind.Bool ? value : CelValue.OfError($"invalid data, expected bool, got {value.Kind}"),
            _ => value,
        };
    }

    /// <summary>2.0 is a whole number, however it is written.</summary>
    private static CelValue Whole(CelValue value) => value.Kind == CelKind.Double && Math.Truncate(value.AsDouble) == value.AsDouble && Math.Abs(value.AsDouble) < 1L << 53
        ? CelValue.Of((long)value.AsDouble)
        : CelValue.OfError($"invalid data, expected int, got {value.Kind}");

    private static CelValue Text(CelValue value, string format) => format switch
    {
        "duration" => Durations.Parse(value.Utf8) is { } duration ? CelValue.OfDuration(duration) : CelValue.OfError($"Invalid duration {value.AsString}: unable to parse {value.AsString} as duration"),
        "date-time" => TimestampParser.Parse(value.Utf8) is { } time ? CelValue.Of(time) : CelValue.OfError($"Invalid date-time formatted string {value.AsString}"),
        "date" => TimestampParser.Parse([.. value.Utf8, .. "T00:00:00Z"u8]) is { } day ? CelValue.Of(day) : CelValue.OfError($"Invalid date formatted string {value.AsString}"),
        "byte" => Bytes(value),
        _ => value,
    };

    private static CelValue Bytes(CelValue value)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(value.Utf8.Length)];
        return Base64.DecodeFromUtf8(value.Utf8, bytes, out _, out var written) == System.Buffers.OperationStatus.Done
            ? CelValue.OfBytes(bytes[..written])
            : CelValue.OfError($"Invalid byte formatted string {value.AsString}");
    }
}
