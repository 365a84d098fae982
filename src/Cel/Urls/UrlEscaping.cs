using System.Globalization;
using System.Text;
using Daytwo.Cel.Texts;

namespace Daytwo.Cel.Urls;

/// <summary>Percent-encoding as Go's net/url does it. Texts here have a char per byte of UTF-8.</summary>
internal static class UrlEscaping
{
    /// <summary>Without escapes; null and why not.</summary>
    public static string? Unescape(string text, UrlPart part, out string? error)
    {
        error = null;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%')
            {
                var escape = text.Substring(i, Math.Min(3, text.Length - i));
                if (escape.Length < 3 || !char.IsAsciiHexDigit(escape[1]) || !char.IsAsciiHexDigit(escape[2]) || IsRefused(escape, part))
                {
                    error = $"invalid URL escape {Quoting.Go(UrlBytes.ToText(escape))}";
                    return null;
                }

                result.Append((char)Convert.ToByte(escape[1..], 16));
                i += 2;
            }
            else if (part is UrlPart.Host or UrlPart.Zone && c < 0x80 && MustEscape(c, part))
            {
                error = $"invalid character {Quoting.Go(c.ToString())} in host name";
                return null;
            }
            else
            {
                result.Append(c == '+' && part == UrlPart.Query ? ' ' : c);
            }
        }

        return result.ToString();
    }

    public static string Escape(string text, UrlPart part)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = MustEscape(c, part) ? result.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture)) : result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>Whether a path is escaped well enough to be kept as it was written.</summary>
    public static bool IsEscapedPath(string text) => text.All(c => "!$&'()*+,;=:@[]%".Contains(c, StringComparison.Ordinal) || !MustEscape(c, UrlPart.Path));

    /// <summary>In hosts only bytes beyond ASCII may be escaped, in zones only what may stand there, and %25 in both.</summary>
    private static bool IsRefused(string escape, UrlPart part) => escape != "%25" && part switch
    {
        UrlPart.Host => escape[1] is >= '0' and <= '7',
        UrlPart.Zone => (char)Convert.ToByte(escape[1..], 16) is var c && c != ' ' && MustEscape(c, UrlPart.Host),
        _ => false,
    };

    private static bool MustEscape(char c, UrlPart part)
    {
        if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~')
        {
            return false;
        }

        return !(part switch
        {
            UrlPart.Host or UrlPart.Zone => "!$&'()*+,;=:[]<>\"",
            UrlPart.Path => "$&+,/:;=@",
            UrlPart.User => "$&+,;=",
            UrlPart.Fragment => "$&+,/:;=?@!()*",
            _ => "",
        }).Contains(c, StringComparison.Ordinal);
    }
}
