using System.Globalization;
using System.Text.Json;
using Daytwo.Cel.Evaluation;
using Daytwo.Cel.Texts;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Json;

/// <summary>Writes values as JSON the way cel-go does: ints beyond 2^53 and durations as strings, bytes in base64, optionals as their content.</summary>
public static class CelJson
{
    private const long LargestSafeInteger = (1L << 53) - 1;

    /// <summary>Whether JSON can hold the value: no types, library values, maps with keys that are neither strings nor addresses, quantities or URLs, NaN or infinities, absent optionals.</summary>
    public static bool CanWrite(CelValue value)
    {
        switch (value.Kind)
        {
            case CelKind.Null or CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.String or CelKind.Bytes or CelKind.Duration or CelKind.Timestamp:
                return true;
            case CelKind.Double:
                return double.IsFinite(value.AsDouble);
            case CelKind.Optional:
                return value.HasValue && CanWrite(value.OptionalValue);
            case CelKind.List:
                for (var i = 0; i < value.Count; i++)
                {
                    if (!CanWrite(ElementOf(value, i)))
                    {
                        return false;
                    }
                }

                return true;
            case CelKind.Map:
                for (var i = 0; i < value.Count; i++)
                {
                    if (!IsName(value.KeyAt(i)) || !CanWrite(value.ValueAt(i)))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return false;
        }
    }

    /// <summary>Writes a value that JSON can hold.</summary>
    /// <exception cref="ArgumentException">It cannot: see <see cref="CanWrite"/>.</exception>
    public static void Write(Utf8JsonWriter writer, CelValue value)
    {
        switch (value.Kind)
        {
            case CelKind.Null:
                writer.WriteNullValue();
                break;
            case CelKind.Bool:
                writer.WriteBooleanValue(value.AsBool);
                break;
            case CelKind.Int when value.AsInt is >= -LargestSafeInteger and <= LargestSafeInteger:
                writer.WriteNumberValue(value.AsInt);
                break;
            case CelKind.Int:
                writer.WriteStringValue(value.AsInt.ToString(CultureInfo.InvariantCulture));
                break;
            case CelKind.Uint when value.AsUint <= LargestSafeInteger:
                writer.WriteNumberValue(value.AsUint);
                break;
            case CelKind.Uint:
                writer.WriteStringValue(value.AsUint.ToString(CultureInfo.InvariantCulture));
                break;
            case CelKind.Double:
                writer.WriteRawValue(NumberText.Json(value.AsDouble), skipInputValidation: true);
                break;
            case CelKind.String:
                writer.WriteStringValue(value.Utf8);
                break;
            case CelKind.Bytes:
                writer.WriteBase64StringValue(value.AsBytes.Span);
                break;
            case CelKind.Duration:
                writer.WriteStringValue(value.ToString());
                break;
            case CelKind.Timestamp:
                writer.WriteStringValue(value.ToString());
                break;
            case CelKind.Optional when value.HasValue:
                Write(writer, value.OptionalValue);
                break;
            case CelKind.List:
                WriteList(writer, value);
                break;
            case CelKind.Map:
                WriteMap(writer, value);
                break;
            default:
                throw new ArgumentException($"JSON has no form for a value of kind {value.Kind}", nameof(value));
        }
    }

    /// <summary>An element of a joined list is written as what it is in Go: a type as its name, an absent optional as null.</summary>
    private static CelValue ElementOf(CelValue list, int index) =>
        ((ListHandle)list.Handle!).IsJoined && list[index] is { Kind: CelKind.Type or CelKind.Optional } element ? GoNative.Of(element) : list[index];

    private static bool IsName(CelValue key) => Content(key) is { Kind: CelKind.String } or { Kind: CelKind.Opaque, Opaque.KeyText: not null };

    private static CelValue Content(CelValue key) => key is { Kind: CelKind.Optional, HasValue: true } ? Content(key.OptionalValue) : key;

    private static void WriteList(Utf8JsonWriter writer, CelValue list)
    {
        writer.WriteStartArray();
        for (var i = 0; i < list.Count; i++)
        {
            Write(writer, ElementOf(list, i));
        }

        writer.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter writer, CelValue map)
    {
        writer.WriteStartObject();
        for (var i = 0; i < map.Count; i++)
        {
            var key = Content(map.KeyAt(i));
            if (key.Kind == CelKind.Opaque)
            {
                writer.WritePropertyName(key.Opaque.KeyText!);
            }
            else
            {
                writer.WritePropertyName(key.Utf8);
            }

            Write(writer, map.ValueAt(i));
        }

        writer.WriteEndObject();
    }
}
