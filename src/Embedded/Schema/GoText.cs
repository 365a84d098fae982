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

    /// <summary>A float: shortest digits, an exponent below 1e-4 and from 1e21 on.</summary>
    public static string Number(double value)
    {
        var magnitude = Math.Abs(value);
        if (value == 0 || (magnitude >= 1e-4 && magnitude < 1e21))
        {
            return ((decimal?)Exact(value))?.ToString(CultureInfo.InvariantCulture) ?? value.ToString("F0", CultureInfo.InvariantCulture);
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return $"{text[..mark]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    /// <summary>Compact JSON with keys in byte order and <c>&lt; &gt; &amp;</c> escaped.</summary>
    public static string Json(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    private static decimal? Exact(double value) =>
        decimal.TryParse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : null;

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
        JsonShape.Number => Number(node!.Double()),
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
