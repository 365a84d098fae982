using System.Buffers;
using Daytwo.Cel.Networks;
using Daytwo.Cel.Texts;

namespace Daytwo.Cel.Urls;

/// <summary>Takes a URL apart as Go's net/url does. Texts have a char per byte.</summary>
internal sealed class UrlReader
{
    private static readonly SearchValues<char> UserCharacters =
        SearchValues.Create("-._:~!$&'()*+,;=%@0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private UrlReader()
    {
    }

    public string Scheme { get; private set; } = "";

    /// <summary>What follows the scheme when that is no path.</summary>
    public string Opaque { get; private set; } = "";

    /// <summary>Name and password, escaped; null when there is no @.</summary>
    public string? User { get; private set; }

    public string Host { get; private set; } = "";

    public bool OmitsHost { get; private set; }

    public string Path { get; private set; } = "";

    /// <summary>The path as written when the usual escapes give another.</summary>
    public string RawPath { get; private set; } = "";

    public bool ForcesQuery { get; private set; }

    public string RawQuery { get; private set; } = "";

    public string Fragment { get; private set; } = "";

    /// <summary>The fragment as written when the usual escapes give another.</summary>
    public string RawFragment { get; private set; } = "";

    /// <param name="viaRequest">Only absolute URLs and absolute paths.</param>
    public static UrlReader? Read(string url, bool viaRequest, out string? error)
    {
        var reader = new UrlReader();
        error = reader.Fill(url, viaRequest);
        error = error is null ? null : Error(url, error);
        return error is null ? reader : null;
    }

    public static string Error(string url, string reason) => $"parse {Quoting.Go(UrlBytes.ToText(url))}: {reason}";

    public static bool IsOptionalPort(string port) => port.Length == 0 || (port[0] == ':' && !port.AsSpan(1).ContainsAnyExceptInRange('0', '9'));

    public bool ReadFragment(string fragment, out string? error)
    {
        if (UrlEscaping.Unescape(fragment, UrlPart.Fragment, out error) is not { } text)
        {
            return false;
        }

        Fragment = text;
        RawFragment = UrlEscaping.Escape(text, UrlPart.Fragment) == fragment ? "" : fragment;
        return true;
    }

    private static (string Before, string After) Cut(string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, "") : (text[..index], text[(index + 1)..]);
    }

    private string? Fill(string url, bool viaRequest)
    {
        if (url.Any(c => c is < ' ' or '\x7f'))
        {
            return "net/url: invalid control character in URL";
        }

        if (url.Length == 0 && viaRequest)
        {
            return "empty url";
        }

        if (url == "*")
        {
            Path = url;
            return null;
        }

        if (!ReadScheme(url, out var rest))
        {
            return "missing protocol scheme";
        }

        ForcesQuery = rest.EndsWith('?') && rest.IndexOf('?', StringComparison.Ordinal) == rest.Length - 1;
        (rest, RawQuery) = Cut(rest, '?');
        if (!rest.StartsWith('/'))
        {
            if (Scheme.Length > 0)
            {
                Opaque = rest;
                return null;
            }

            if (viaRequest)
            {
                return "invalid URI for request";
            }

            if (Cut(rest, '/').Before.Contains(':', StringComparison.Ordinal))
            {
                return "first path segment in URL cannot contain colon";
            }
        }

        if ((Scheme.Length > 0 || (!viaRequest && !rest.StartsWith("///", StringComparison.Ordinal))) && rest.StartsWith("//", StringComparison.Ordinal))
        {
            var authority = rest[2..];
            var slash = authority.IndexOf('/', StringComparison.Ordinal);
            (authority, rest) = slash < 0 ? (authority, "") : (authority[..slash], authority[slash..]);
            if (ReadAuthority(authority) is { } wrong)
            {
                return wrong;
            }
        }
        else
        {
            OmitsHost = Scheme.Length > 0 && rest.StartsWith('/');
        }

        if (UrlEscaping.Unescape(rest, UrlPart.Path, out var error) is not { } path)
        {
            return error;
        }

        Path = path;
        RawPath = UrlEscaping.Escape(path, UrlPart.Path) == rest ? "" : rest;
        return null;
    }

    private bool ReadScheme(string url, out string rest)
    {
        rest = url;
        for (var i = 0; i < url.Length; i++)
        {
            if (url[i] == ':')
            {
                Scheme = url[..i].ToLowerInvariant();
                rest = url[(i + 1)..];
                return i > 0;
            }

            if (!char.IsAsciiLetter(url[i]) && (i == 0 || !(char.IsAsciiDigit(url[i]) || url[i] is '+' or '-' or '.')))
            {
                break;
            }
        }

        return true;
    }

    private string? ReadAuthority(string authority)
    {
        var at = authority.LastIndexOf('@');
        if (ReadHost(authority[(at + 1)..]) is { } wrong)
        {
            return wrong;
        }

        if (at < 0)
        {
            return null;
        }

        var user = authority[..at];
        if (user.AsSpan().ContainsAnyExcept(UserCharacters))
        {
            return "net/url: invalid userinfo";
        }

        var (name, password) = Cut(user, ':');
        if (UrlEscaping.Unescape(name, UrlPart.User, out var error) is not { } plainName || UrlEscaping.Unescape(password, UrlPart.User, out error) is not { } plainPassword)
        {
            return error;
        }

        User = UrlEscaping.Escape(plainName, UrlPart.User)
            + (user.Contains(':', StringComparison.Ordinal) ? ":" + UrlEscaping.Escape(plainPassword, UrlPart.User) : "");
        return null;
    }

    private string? ReadHost(string host)
    {
        var open = host.LastIndexOf('[');
        if (open > 0)
        {
            return "invalid IP-literal";
        }

        string? error;
        if (open == 0)
        {
            var close = host.LastIndexOf(']');
            if (close < 0)
            {
                return "missing ']' in host";
            }

            if (!IsOptionalPort(host[(close + 1)..]))
            {
                return $"invalid port {Quoting.Go(UrlBytes.ToText(host[(close + 1)..]))} after host";
            }

            return ReadAddress(host, close, out error) ? null : error;
        }

        // Other schemes than the web's have put colons into hosts.
        var colon = Scheme is "http" or "https" ? host.IndexOf(':', StringComparison.Ordinal) : host.LastIndexOf(':');
        if (colon >= 0 && !IsOptionalPort(host[colon..]))
        {
            return $"invalid port {Quoting.Go(UrlBytes.ToText(host[colon..]))} after host";
        }

        Host = UrlEscaping.Unescape(host, UrlPart.Host, out error) ?? "";
        return error;
    }

    /// <summary>An address in brackets, whose zone has a rule of its own.</summary>
    private bool ReadAddress(string host, int close, out string? error)
    {
        var zone = host.IndexOf("%25", 0, close, StringComparison.Ordinal);
        var address = UrlEscaping.Unescape(zone < 0 ? host[..close] : host[..zone], UrlPart.Host, out error);
        var name = zone < 0 || address is null ? "" : UrlEscaping.Unescape(host[zone..close], UrlPart.Zone, out error);
        if (address is null || name is null)
        {
            return false;
        }

        var tail = UrlEscaping.Unescape(host[close..], UrlPart.Host, out error);
        if (tail is null)
        {
            return false;
        }

        if (IpAddressParser.Read(UrlBytes.ToText(address[1..] + name), out _, out var reason) is not { } parsed)
        {
            error = $"invalid host: {reason}";
            return false;
        }

        error = parsed.IsV4 ? "invalid IP-literal" : null;
        Host = address + name + tail;
        return error is null;
    }
}
