using Daytwo.Cel.Costs;
using Daytwo.Cel.Types;
using Daytwo.Cel.Urls;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>URLs.</summary>
internal static class UrlLibrary
{
    private static readonly CelType UrlType = UrlHandle.UrlType;

    public static CelLibrary Create() => new()
    {
        Functions =
        [
            new("url", CelOverload.Of("string_to_url", UrlType, CelType.String, Parse, CallCosts.FirstTraversed)),
            Part("getScheme", "url_get_scheme", u => u.Scheme),
            Part("getHost", "url_get_host", u => u.Host),
            Part("getHostname", "url_get_hostname", u => u.Hostname),
            Part("getPort", "url_get_port", u => u.Port),
            Part("getEscapedPath", "url_get_escaped_path", u => u.EscapedPath),
            new("getQuery", CelOverload.Member("url_get_query", Map(CelType.String, List(CelType.String)), UrlType, Query)),
            new("isURL", CelOverload.Of("is_url_string", Bool, CelType.String, s => CelValue.Of(Url.IsUrl(s.AsString, out _)))),
        ],
    };

    private static CelFunction Part(string name, string id, Func<Url, string> part) => new(name, CelOverload.Member(id, CelType.String, UrlType, v => CelValue.Of(part(((UrlHandle)v.Handle!).Url))));

    private static CelValue Parse(CelValue text) => Url.Parse(text.AsString, out var error) is { } url
        ? new CelValue(new UrlHandle(url), 0)
        : CelValue.OfError($"URL parse error during conversion from string: {error}");

    private static CelValue Query(CelValue value)
    {
        var map = new ComputedMap(ofStrings: true);
        foreach (var (key, values) in ((UrlHandle)value.Handle!).Url.Query())
        {
            map.Set(CelValue.Of(key), CelValue.Of([.. values.Select(CelValue.Of)]));
        }

        return new CelValue(map, 0);
    }
}
