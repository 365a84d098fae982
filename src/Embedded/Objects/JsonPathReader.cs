using System.Globalization;

namespace Daytwo.Embedded.Objects;

/// <summary>Reads the text of a path; null when it is none.</summary>
internal static class JsonPathReader
{
    public static IReadOnlyList<JsonPathStep>? Read(string text)
    {
        var rest = text.AsSpan().Trim();
        if (rest is ['{', .., '}'])
        {
            rest = rest[1..^1];
        }

        if (rest is ['$', ..])
        {
            rest = rest[1..];
        }

        var steps = new List<JsonPathStep>();
        while (rest.Length > 0)
        {
            if (!(rest[0] == '[' ? Bracket(ref rest, steps) : Dotted(ref rest, steps)))
            {
                return null;
            }
        }

        return steps;
    }

    private static bool Dotted(ref ReadOnlySpan<char> rest, List<JsonPathStep> steps)
    {
        var start = rest[0] == '.' ? 1 : 0;
        var name = new System.Text.StringBuilder();
        var at = start;
        for (; at < rest.Length && rest[at] is not ('.' or '['); at++)
        {
            if (rest[at] == '\\' && at + 1 < rest.Length)
            {
                at++;
            }

            name.Append(rest[at]);
        }

        var valid = name.Length > 0 || (start == 1 && at < rest.Length && rest[at] == '[');
        if (name.Length > 0)
        {
            steps.Add(name is { Length: 1 } && name[0] == '*' ? new JsonPathStep.All() : new JsonPathStep.Field(name.ToString()));
        }

        rest = rest[at..];
        return valid;
    }

    private static bool Bracket(ref ReadOnlySpan<char> rest, List<JsonPathStep> steps)
    {
        var end = End(rest);
        if (end < 0)
        {
            return false;
        }

        var inner = rest[1..end].Trim();
        rest = rest[(end + 1)..];
        JsonPathStep? step = inner switch
        {
            "*" => new JsonPathStep.All(),
            ['\'', .., '\''] or ['"', .., '"'] => new JsonPathStep.Field(inner[1..^1].ToString()),
            ['?', '(', .., ')'] => Filter(inner[2..^1].Trim()),
            _ => int.TryParse(inner, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) ? new JsonPathStep.Index(index) : null,
        };
        if (step is not null)
        {
            steps.Add(step);
        }

        return step is not null;
    }

    /// <summary>The position of the bracket's end, past quoted text and inner brackets.</summary>
    private static int End(ReadOnlySpan<char> text)
    {
        var depth = 0;
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '\'' or '"')
            {
                quote = c;
            }
            else if (c == '[')
            {
                depth++;
            }
            else if (c == ']' && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static JsonPathStep.Filter? Filter(ReadOnlySpan<char> condition)
    {
        var negated = condition.IndexOf("!=");
        var at = negated >= 0 ? negated : condition.IndexOf("==");
        var left = (at < 0 ? condition : condition[..at]).Trim();
        if (left is not ['@', ..] || JsonPath.Parse(left[1..].ToString()) is not { } path)
        {
            return null;
        }

        return new JsonPathStep.Filter(path, at < 0 ? null : condition[(at + 2)..].Trim().Trim("'\"").ToString(), negated >= 0);
    }
}
