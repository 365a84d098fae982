using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Daytwo.CrdGen;

/// <summary>Writes a JSON tree as block YAML, the same bytes every time, strings quoted only where YAML needs it.</summary>
internal static partial class YamlText
{
    private const int LineLength = 100;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonObject root)
    {
        var text = new StringBuilder();
        Object(text, root, 0);
        return text.ToString();
    }

    private static void Object(StringBuilder text, JsonObject json, int indent, bool first = false)
    {
        foreach (var (name, value) in json)
        {
            text.Append(' ', first ? 0 : indent).Append(Scalar(name)).Append(':');
            first = false;
            Value(text, value!, indent);
        }
    }

    private static void Value(StringBuilder text, JsonNode value, int indent)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } json:
                text.Append('\n');
                Object(text, json, indent + 2);
                break;
            case JsonArray { Count: > 0 } list:
                text.Append('\n');
                List(text, list, indent + 2);
                break;
            default:
                text.Append(' ').Append(Block(value, indent + 2) ?? Scalar(value)).Append('\n');
                break;
        }
    }

    private static void List(StringBuilder text, JsonArray list, int indent)
    {
        foreach (var item in list)
        {
            text.Append(' ', indent).Append("- ");
            if (item is JsonObject json)
            {
                Object(text, json, indent + 2, first: true);
            }
            else
            {
                text.Append(Scalar(item!)).Append('\n');
            }
        }
    }

    /// <summary>Expressions with quotes stay as they are in a literal block, long texts are folded; null when neither is needed.</summary>
    private static string? Block(JsonNode value, int indent)
    {
        if (value.GetValueKind() != JsonValueKind.String || value.GetValue<string>() is not { } text || text.Any(char.IsControl) || text.StartsWith(' '))
        {
            return null;
        }

        var margin = "\n" + new string(' ', indent);
        return text.Contains("self", StringComparison.Ordinal) && text.Contains('\'', StringComparison.Ordinal) ? "|-" + margin + text
            : text.Length > LineLength ? ">-" + margin + string.Join(margin, Lines(text))
            : null;
    }

    private static IEnumerable<string> Lines(string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > LineLength)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }

    private static string Scalar(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String ? Scalar(value.GetValue<string>()) : value.ToJsonString(Readable);

    private static string Scalar(string value)
    {
        if (Plain().IsMatch(value) && !Reserved().IsMatch(value))
        {
            return value;
        }

        // Single quotes keep backslashes of regular expressions readable; only control characters need the other kind.
        return value.Any(char.IsControl) ? JsonSerializer.Serialize(value, Readable) : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    [GeneratedRegex(@"^(\.?[A-Za-z]|/)[A-Za-z0-9 ._/,;()=+@-]*(?<! )$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(true|false|yes|no|on|off|null|y|n|\.inf|\.nan)$", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
