using System.Text;

namespace Daytwo.Cel.Schemas;

/// <summary>Names of fields as expressions write them: what is no identifier, or a word of the language, is escaped with underscores.</summary>
internal static class FieldNames
{
    private static readonly HashSet<string> Reserved =
    [
        "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    ];

    public static bool IsReserved(string name) => Reserved.Contains(name);

    /// <summary>The name in expressions; null when it has none.</summary>
    public static string? Escape(string name)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
        {
            return null;
        }

        if (Reserved.Contains(name))
        {
            return $"__{name}__";
        }

        var escaped = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var letter = name[i];
            if (letter == '_' && i + 1 < name.Length && name[i + 1] == '_')
            {
                escaped.Append("__underscores__");
                i++;
                continue;
            }

            var part = letter switch { '.' => "__dot__", '-' => "__dash__", '/' => "__slash__", _ => null };
            if (part is null && !char.IsAsciiLetterOrDigit(letter) && letter != '_')
            {
                return null;
            }

            _ = part is null ? escaped.Append(letter) : escaped.Append(part);
        }

        return escaped.ToString();
    }

    /// <summary>The name of a field from the name in expressions; null when that has an escape there is none of.</summary>
    public static string? Unescape(string escaped)
    {
        if (!escaped.Contains("__", StringComparison.Ordinal))
        {
            return escaped;
        }

        var name = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            var end = escaped.AsSpan(i).StartsWith("__") ? escaped.IndexOf("__", i + 2, StringComparison.Ordinal) : -1;
            if (end <= i + 2)
            {
                name.Append(escaped[i]);
                continue;
            }

            var word = escaped[(i + 2)..end];
            var part = word switch { "underscores" => "__", "dot" => ".", "dash" => "-", "slash" => "/", _ => null };
            if (part is null && (!Reserved.Contains(word) || word.Length + 4 != escaped.Length))
            {
                return null;
            }

            name.Append(part ?? word);
            i = end + 1;
        }

        return name.ToString();
    }
}
