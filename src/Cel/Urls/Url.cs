namespace Daytwo.Cel.Urls;

/// <summary>A URL: absolute, or an absolute path.</summary>
internal sealed class Url
{
    /// <summary>Parameters beyond which the original reads none.</summary>
    private const int MaxParameters = 10_000;

    private readonly UrlReader _parts;

    private Url(UrlReader parts) => _parts = parts;

    public string Scheme => UrlBytes.ToText(_parts.Scheme);

    /// <summary>With the port; IPv6 addresses in brackets.</summary>
    public string Host => UrlBytes.ToText(_parts.Host);

    /// <summary>Without port and brackets.</summary>
    public string Hostname => UrlBytes.ToText(SplitHost().Name);

    public string Port => UrlBytes.ToText(SplitHost().Port);

    /// <summary>As it was written when that was well escaped.</summary>
    public string EscapedPath => UrlBytes.ToText(RawEscapedPath());

    /// <summary>Reads a URL; null and why there is none.</summary>
    public static Url? Parse(string text, out string? error)
    {
        if (!IsUrl(text, out error))
        {
            return null;
        }

        // The first reading takes a fragment for a part of path or query.
        var bytes = UrlBytes.Of(text);
        var hash = bytes.IndexOf('#', StringComparison.Ordinal);
        var reader = UrlReader.Read(hash < 0 ? bytes : bytes[..hash], viaRequest: false, out error);
        if (reader is not null && hash >= 0 && !reader.ReadFragment(bytes[(hash + 1)..], out error))
        {
            error = UrlReader.Error(bytes, error!);
            reader = null;
        }

        return reader is null ? null : new Url(reader);
    }

    /// <summary>Whether a text is an absolute URL or an absolute path; else why not.</summary>
    public static bool IsUrl(string text, out string? error) => UrlReader.Read(UrlBytes.Of(text), viaRequest: true, out error) is not null;

    /// <summary>The parameters by name, in the order of their first values; those that are not well escaped are left out.</summary>
    public List<KeyValuePair<string, List<string>>> Query()
    {
        var query = new List<KeyValuePair<string, List<string>>>();
        var index = new Dictionary<string, List<string>>();
        var parameters = _parts.RawQuery.Split('&');
        if (parameters.Length > MaxParameters)
        {
            return query;
        }

        foreach (var parameter in parameters)
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (parameter.Length == 0 || parameter.Contains(';', StringComparison.Ordinal)
                || UrlEscaping.Unescape(equals < 0 ? parameter : parameter[..equals], UrlPart.Query, out _) is not { } name
                || UrlEscaping.Unescape(equals < 0 ? "" : parameter[(equals + 1)..], UrlPart.Query, out _) is not { } value)
            {
                continue;
            }

            var key = UrlBytes.ToText(name);
            if (!index.TryGetValue(key, out var values))
            {
                index[key] = values = [];
                query.Add(new(key, values));
            }

            values.Add(UrlBytes.ToText(value));
        }

        return query;
    }

    /// <summary>The URL put together again: what equality compares.</summary>
    public override string ToString()
    {
        var text = _parts.Scheme.Length > 0 ? _parts.Scheme + ":" : "";
        if (_parts.Opaque.Length > 0)
        {
            text += _parts.Opaque;
        }
        else
        {
            var path = RawEscapedPath();
            var hasAuthority = _parts.Host.Length > 0 || _parts.User is not null;
            if ((_parts.Scheme.Length > 0 || hasAuthority) && !(_parts.OmitsHost && !hasAuthority) && (hasAuthority || _parts.Path.Length > 0))
            {
                text += "//" + (_parts.User is { } user ? user + "@" : "") + UrlEscaping.Escape(_parts.Host, UrlPart.Host);
            }

            text += path.Length > 0 && path[0] != '/' && _parts.Host.Length > 0 ? "/" + path : path;
        }

        text += _parts.ForcesQuery || _parts.RawQuery.Length > 0 ? "?" + _parts.RawQuery : "";
        return UrlBytes.ToText(text + (_parts.Fragment.Length > 0 ? "#" + EscapedFragment() : ""));
    }

    private string EscapedFragment() =>
        _parts.RawFragment.Length > 0 && _parts.RawFragment.All(c => c == '%' || c == '\'' || UrlEscaping.Escape(c.ToString(), UrlPart.Fragment).Length == 1 || c is '[' or ']')
            ? _parts.RawFragment
            : UrlEscaping.Escape(_parts.Fragment, UrlPart.Fragment);

    private string RawEscapedPath()
    {
        if (_parts.RawPath.Length > 0 && UrlEscaping.IsEscapedPath(_parts.RawPath))
        {
            return _parts.RawPath;
        }

        return _parts.Path == "*" ? "*" : UrlEscaping.Escape(_parts.Path, UrlPart.Path);
    }

    private (string Name, string Port) SplitHost()
    {
        var (host, port) = (_parts.Host, "");
        var colon = host.LastIndexOf(':');
        if (colon >= 0 && UrlReader.IsOptionalPort(host[colon..]))
        {
            (host, port) = (host[..colon], host[(colon + 1)..]);
        }

        return (host.StartsWith('[') && host.EndsWith(']') ? host[1..^1] : host, port);
    }
}
