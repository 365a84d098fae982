using System.Globalization;
using System.Text;
using Daytwo.Cel.Patterns;

namespace Daytwo.Cel.Texts;

/// <summary>Texts in quotes.</summary>
internal static class Quoting
{
    private static readonly Lazy<RuneSet> Printable =
        new(() => new RuneSet([.. new[] { "L", "M", "N", "P", "S" }.SelectMany(n => UnicodeTables.Find(n)!.Bounds.ToArray()), ' ', ' ']));

    /// <summary>As Go's %q writes it, in the messages of many errors.</summary>
    public static string Go(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '"' or '\\':
                    quoted.Append('\\').Append(rune);
                    break;
                case < 0x20 or 0x7F:
                    quoted.Append(Control(rune.Value) ?? string.Create(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}"));
                    break;
                case < 0x7F:
                    quoted.Append(rune);
                    break;
                case var value when Printable.Value.Contains(value):
                    quoted.Append(rune);
                    break;
                case < 0x10000:
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
                    break;
                default:
                    quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
                    break;
            }
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>As <c>strings.quote</c> writes it.</summary>
    public static string Cel(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c is '"' or '\\' ? quoted.Append('\\').Append(c) : Control(c) is { } escaped ? quoted.Append(escaped) : quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    private static string? Control(int value) => value switch
    {
        '\a' => "\\a",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\v' => "\\v",
        _ => null,
    };
}
