using System.Globalization;
using System.Text;
using Daytwo.Cel.Texts;
using Daytwo.Cel.Times;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Formatting;

/// <summary>Values as the clauses of format strings write them.</summary>
internal static class ValueFormatter
{
    public static string? Format(FormatClause clause, CelValue value, out string? error)
    {
        error = null;
        var text = clause.Verb switch
        {
            's' => AsString(value, out error),
            'd' => Decimal(value),
            'f' => Number(value) is { } number ? NumberText.AmericanFixed(number, clause.Precision) : null,
            'e' => Number(value) is { } number ? NumberText.AmericanScientific(number, clause.Precision) : null,
            'b' => value.Kind == CelKind.Bool ? (value.AsBool ? "1" : "0") : InBase(value, 2, upper: false),
            'o' => InBase(value, 8, upper: false),
            _ => Hexadecimal(value, clause.Verb == 'X'),
        };
        error ??= text is null ? clause.Refusal(ValueTypes.TypeOf(value).Name) : null;
        return text;
    }

    private static string? AsString(CelValue value, out string? error)
    {
        error = null;
        switch (value.Kind)
        {
            case CelKind.Null:
                return "null";
            case CelKind.Bytes when !System.Text.Unicode.Utf8.IsValid(value.AsBytes.Span):
                error = "could not convert argument \"invalid UTF-8 in bytes, cannot convert to string\" to string";
                return null;
            case CelKind.Bytes:
                return Encoding.UTF8.GetString(value.AsBytes.Span);
            case CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.Double or CelKind.String or CelKind.Duration:
                return value.ToString();
            case CelKind.Timestamp:
                return TimestampText.Of(value.AsTimestamp);
            case CelKind.Type:
                return value.AsType.Name;
            case CelKind.List:
                return List(value, out error);
            case CelKind.Map:
                return Map(value, out error);
            default:
                return null;
        }
    }

    private static string? Decimal(CelValue value) => value.Kind switch
    {
        CelKind.Int => value.AsInt.ToString(CultureInfo.InvariantCulture),
        CelKind.Uint => value.AsUint.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static double? Number(CelValue value) => value.Kind == CelKind.Double
        ? value.AsDouble
        : value.Kind == CelKind.String
            ? value.AsString switch
            {
                "NaN" => double.NaN,
                "Infinity" => double.PositiveInfinity,
                "-Infinity" => double.NegativeInfinity,
                _ => null,
            }
            : null;

    private static string? InBase(CelValue value, int toBase, bool upper) => value.Kind switch
    {
        CelKind.Int => NumberText.InBase(value.AsInt, toBase, upper),
        CelKind.Uint => NumberText.InBase(value.AsUint, toBase, upper),
        _ => null,
    };

    private static string? Hexadecimal(CelValue value, bool upper) => value.Kind switch
    {
        CelKind.String => upper ? Convert.ToHexString(value.Utf8) : Convert.ToHexStringLower(value.Utf8),
        CelKind.Bytes => upper ? Convert.ToHexString(value.AsBytes.Span) : Convert.ToHexStringLower(value.AsBytes.Span),
        _ => InBase(value, 16, upper),
    };

    private static string? List(CelValue list, out string? error)
    {
        error = null;
        var text = new StringBuilder("[");
        for (var i = 0; i < list.Count; i++)
        {
            if (Nested(list[i], out error) is not { } element)
            {
                return null;
            }

            text.Append(i == 0 ? "" : ", ").Append(element);
        }

        return text.Append(']').ToString();
    }

    private static string? Map(CelValue map, out string? error)
    {
        error = null;
        var entries = new List<(string Key, string Value)>(map.Count);
        for (var i = 0; i < map.Count; i++)
        {
            var key = map.KeyAt(i);
            if (key.Kind is not (CelKind.String or CelKind.Bool or CelKind.Int or CelKind.Uint))
            {
                error = $"no formatting function for map key of type {ValueTypes.TypeOf(key).Name}";
                return null;
            }

            if (Nested(map.ValueAt(i), out error) is not { } value)
            {
                return null;
            }

            entries.Add((Nested(key, out error)!, value));
        }

        return $"{{{string.Join(", ", entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}:{e.Value}"))}}}";
    }

    /// <summary>An element of a list or map: texts in quotes, doubles with six digits.</summary>
    private static string? Nested(CelValue value, out string? error)
    {
        error = null;
        switch (value.Kind)
        {
            case CelKind.String:
                return Quoting.Go(value.AsString);
            case CelKind.Bytes:
                return AsString(value, out error) is { } bytes ? "b" + Quoting.Go(bytes) : null;
            case CelKind.Double:
                var text = value.AsDouble.ToString("F6", CultureInfo.InvariantCulture);
                return double.IsFinite(value.AsDouble) ? text : Quoting.Go(NumberText.Shortest(value.AsDouble));
            case CelKind.Timestamp:
                return $"timestamp({Quoting.Go(TimestampText.Of(value.AsTimestamp))})";
            case CelKind.Duration:
                return $"duration({Quoting.Go(Durations.Text(value.AsNanoseconds))})";
            case CelKind.Optional or CelKind.Opaque:
                error = $"no formatting function for {ValueTypes.TypeOf(value).Name}";
                return null;
            default:
                return AsString(value, out error);
        }
    }
}
