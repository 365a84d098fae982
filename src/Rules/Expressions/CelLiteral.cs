using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Daytwo.Rules.Expressions;

/// <summary>Writes JSON values as CEL literals of the same value.</summary>
/// <remarks>
/// CEL in Kubernetes wants the elements of a list literal to be of one type, so elements of different types are wrapped in
/// <c>dyn()</c>, as are nested lists and maps. Literals are folded when the policy is compiled: they cost nothing later.
/// </remarks>
internal static class CelLiteral
{
    public static string Of(JsonNode? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    /// <summary>A text in single quotes.</summary>
    public static string Of(string value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    /// <summary>A list of texts.</summary>
    public static string Of(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Of))}]";

    private static void Write(StringBuilder text, JsonNode? value)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case JsonObject map: Map(text, map); break;
            case JsonArray list: List(text, list); break;
            default: Scalar(text, value); break;
        }
    }

    private static void Scalar(StringBuilder text, JsonNode value)
    {
        if (value.GetValueKind() == JsonValueKind.String)
        {
            Write(text, value.GetValue<string>());
            return;
        }

        var json = value.ToJsonString();
        text.Append(value.GetValueKind() == JsonValueKind.Number && IsDouble(json) && json.AsSpan().IndexOfAny(".eE") < 0 ? json + ".0" : json);
    }

    private static void List(StringBuilder text, JsonArray list)
    {
        var wrapped = !IsHomogeneous(list);
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            Element(text, list[i], wrapped);
        }

        text.Append(']');
    }

    private static void Map(StringBuilder text, JsonObject map)
    {
        var wrapped = !IsHomogeneous(map.Select(entry => entry.Value));
        text.Append('{');
        var first = true;
        foreach (var (key, value) in map)
        {
            text.Append(first ? "" : ", ");
            first = false;
            Write(text, key);
            text.Append(": ");
            Element(text, value, wrapped);
        }

        text.Append('}');
    }

    private static void Element(StringBuilder text, JsonNode? value, bool wrapped)
    {
        text.Append(wrapped ? "dyn(" : "");
        Write(text, value);
        text.Append(wrapped ? ")" : "");
    }

    private static bool IsHomogeneous(IEnumerable<JsonNode?> values)
    {
        var types = values.Select(TypeOf).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        return types is [] || (types is [var only] && only != "");
    }

    /// <summary>CEL's type of a scalar; empty for what has no simple one.</summary>
    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.Number => IsDouble(value.ToJsonString()) ? "double" : "int",
        _ => "",
    };

    /// <summary>As the apiserver reads JSON: integers that fit are int, every other number is double.</summary>
    private static bool IsDouble(string json) => !long.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static void Write(StringBuilder text, string value)
    {
        text.Append('\'');
        foreach (var c in value)
        {
            _ = c switch
            {
                '\\' => text.Append(@"\\"),
                '\'' => text.Append(@"\'"),
                '\n' => text.Append(@"\n"),
                '\r' => text.Append(@"\r"),
                '\t' => text.Append(@"\t"),
                _ when char.IsControl(c) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('\'');
    }
}
