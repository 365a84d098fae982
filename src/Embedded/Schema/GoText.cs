using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema;

/// <summary>Values written as the API's own language writes them, for messages that must read the same.</summary>
internal static class GoText
{
    /// <summary>A value inside an error: strings quoted, numbers and booleans plain, the rest as compact JSON with sorted keys.</summary>
    public static string Value(JsonNode? node) => node.Shape() switch
    {
        JsonShape.String => Quote(node!.Text()),
        JsonShape.Number => Number(node!.Double()),
        _ => Json(node),
    };

    /// <summary>A value as it is printed without quotes: <c>map[name:c]</c>, <c>[1 2]</c>.</summary>
    public static string Plain(JsonNode? value) => value switch
    {
        JsonObject map => $"map[{string.Join(' ', map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{Plain(p.Value)}"))}]",
        JsonArray list => $"[{string.Join(' ', list.Select(Plain))}]",
        null => "<nil>",
        _ => value.TextOrNull() ?? Value(value),
    };

    /// <summary>A string in double quotes, what cannot be printed escaped.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            Append(quoted, rune);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A float in a message: shortest digits, an exponent below 1e-4 and from a million on.</summary>
    public static string Number(double value) => Written(value, 1e-4, 1e6, "00");

    /// <summary>A float in JSON: shortest digits, an exponent below 1e-6 and from 1e21 on.</summary>
    private static string JsonNumber(double value) => Written(value, 1e-6, 1e21, "0");

    /// <summary>Compact JSON with keys in byte order and <c>&lt; &gt; &amp;</c> escaped.</summary>
    public static string Json(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    private static string Written(double value, double plainFrom, double plainBelow, string exponentDigits)
    {
        var shortest = value.ToString("E16", CultureInfo.InvariantCulture);
        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        var magnitude = Math.Abs(value);
        if (value == 0 || (magnitude >= plainFrom && magnitude < plainBelow))
        {
            return digits.Contains('E', StringComparison.Ordinal) ? Plain(digits) : digits;
        }

        var exponent = int.Parse(shortest.AsSpan(shortest.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return $"{Mantissa(digits)}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString(exponentDigits, CultureInfo.InvariantCulture)}";
    }

    private static string Plain(string digits) =>
        decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    /// <summary>The significant digits with a point after the first.</summary>
    private static string Mantissa(string digits)
    {
        var mark = digits.IndexOf('E', StringComparison.Ordinal);
        var plain = (mark < 0 ? digits : digits[..mark]).TrimStart('-');
        var significant = plain.Replace(".", "", StringComparison.Ordinal).TrimStart('0').TrimEnd('0');
        var sign = digits[0] == '-' ? "-" : "";
        return significant.Length == 1 ? sign + significant : $"{sign}{significant[..1]}.{significant[1..]}";
    }

    private static void Append(StringBuilder to, Rune rune)
    {
        switch (rune.Value)
        {
            case '"': to.Append("\\\""); break;
            case '\\': to.Append(@"\\"); break;
            case '\a': to.Append(@"\a"); break;
            case '\b': to.Append(@"\b"); break;
            case '\f': to.Append(@"\f"); break;
            case '\n': to.Append(@"\n"); break;
            case '\r': to.Append(@"\r"); break;
            case '\t': to.Append(@"\t"); break;
            case '\v': to.Append(@"\v"); break;
            case < 0x20 or 0x7f: to.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}"); break;
            default: to.Append(rune.ToString()); break;
        }
    }

    private static void Write(StringBuilder to, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map: WriteMap(to, map); break;
            case JsonArray list: WriteList(to, list); break;
            default: to.Append(Scalar(node)); break;
        }
    }

    private static void WriteMap(StringBuilder to, JsonObject map)
    {
        var separator = "{";
        foreach (var (key, value) in map.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            to.Append(separator).Append(JsonString(key)).Append(':');
            Write(to, value);
            separator = ",";
        }

        to.Append(map.Count == 0 ? "{}" : "}");
    }

    private static void WriteList(StringBuilder to, JsonArray list)
    {
        var separator = "[";
        foreach (var item in list)
        {
            to.Append(separator);
            Write(to, item);
            separator = ",";
        }

        to.Append(list.Count == 0 ? "[]" : "]");
    }

    private static string Scalar(JsonNode? node) => node.Shape() switch
    {
        JsonShape.String => JsonString(node!.Text()),
        JsonShape.Number => JsonNumber(node!.Double()),
        JsonShape.Null => "null",
        _ => node!.ToJsonString(),
    };

    private static string JsonString(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append(@"\n"),
                '\r' => quoted.Append(@"\r"),
                '\t' => quoted.Append(@"\t"),
                '\b' => quoted.Append(@"\b"),
                '\f' => quoted.Append(@"\f"),
                < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
