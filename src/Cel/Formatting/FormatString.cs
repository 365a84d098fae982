using System.Globalization;
using System.Text;
using Daytwo.Cel.Texts;

namespace Daytwo.Cel.Formatting;

/// <summary>Reads format strings of <c>'…'.format([…])</c>.</summary>
internal static class FormatString
{
    /// <summary>What a clause makes of the argument at an index: text, or the reason why not.</summary>
    public delegate string? Formatter(FormatClause clause, int index, out string? error);

    /// <summary>The formatted text; or null and the reason.</summary>
    /// <param name="checksCountFirst">Whether a missing argument is reported before what is wrong with its clause.</param>
    public static string? Format(string format, int arguments, bool checksCountFirst, Formatter formatter, out int used, out string? error)
    {
        error = null;
        used = 0;
        var text = new StringBuilder();
        for (var at = 0; at < format.Length;)
        {
            if (format[at] != '%')
            {
                text.Append(format[at++]);
                continue;
            }

            if (at + 1 < format.Length && format[at + 1] == '%')
            {
                text.Append('%');
                at += 2;
                continue;
            }

            error = Missing(used, arguments, checksCountFirst) ?? (at + 1 >= format.Length ? "unexpected end of string" : null) ?? Missing(used, arguments, true);
            if (error is not null)
            {
                used += checksCountFirst ? 0 : 1;
                return null;
            }

            at++;
            if (Clause(format, ref at, out var reason) is not { } clause)
            {
                error = $"could not parse formatting clause: {reason}";
                return null;
            }

            var formatted = formatter(clause, used++, out reason);
            if (formatted is null)
            {
                error = $"error during formatting: {reason}";
                return null;
            }

            text.Append(formatted);
        }

        return text.ToString();
    }

    private static string? Missing(int index, int arguments, bool checks) => checks && index >= arguments ? $"index {index} out of range" : null;

    private static FormatClause? Clause(string format, ref int at, out string? reason)
    {
        reason = null;
        long? precision = null;
        if (format[at] == '.')
        {
            var start = ++at;
            while (at < format.Length && char.IsAsciiDigit(format[at]))
            {
                at++;
            }

            if (at >= format.Length)
            {
                reason = "error while parsing precision: could not find end of precision specifier";
                return null;
            }

            if (!long.TryParse(format.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            {
                reason = $"error while parsing precision: error while converting precision to integer: strconv.Atoi: parsing {Quoting.Go(format[start..at])}: {(at == start ? "invalid syntax" : "value out of range")}";
                return null;
            }

            precision = digits;
        }

        var verb = format[at++];
        if (verb is 's' or 'd' or 'f' or 'e' or 'b' or 'x' or 'X' or 'o')
        {
            return new FormatClause(verb, precision);
        }

        // cel-go reads the first byte of the character only.
        reason = $"unrecognized formatting clause \"{(char)Encoding.UTF8.GetBytes(format.Substring(at - 1, char.IsHighSurrogate(verb) && at < format.Length ? 2 : 1))[0]}\"";
        return null;
    }
}
