using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Behaviours.Webhooks;

/// <summary>Where a webhook is: at a URL, or behind a service.</summary>
internal static partial class ClientConfigCheck
{
    private const string Form = "; desired format: https://host[/path]";

    public static IEnumerable<FieldError> Check(JsonObject? config, FieldPath at)
    {
        var (url, service) = (config?["url"].TextOrNull(), config.Child("service"));
        return (url, service) switch
        {
            (null, null) or (not null, not null) => [FieldError.Required(at, "exactly one of url or service is required")],
            (not null, _) => Url(url, at.Child("url")),
            _ => Service(service, at.Child("service")),
        };
    }

    private static FieldError[] Url(string url, FieldPath at)
    {
        if (url.StartsWith(':'))
        {
            return [FieldError.Required(at, $"url must be a valid URL: parse {GoText.Quote(url)}: missing protocol scheme{Form}")];
        }

        var parts = Parts().Match(url);
        var (scheme, authority) = (parts.Groups["scheme"].Value.ToLowerInvariant(), parts.Groups["authority"].Value);
        var user = authority.LastIndexOf('@') is > -1 and var end ? authority[..end] : null;
        var host = user is null ? authority : authority[(user.Length + 1)..];
        return
        [
            .. scheme == "https" ? Array.Empty<FieldError>() : [FieldError.Invalid(at, scheme, $"'https' is the only allowed URL scheme{Form}")],
            .. host.Length > 0 ? Array.Empty<FieldError>() : [FieldError.Invalid(at, host, $"host must be specified{Form}")],
            .. user is null ? Array.Empty<FieldError>() : [FieldError.Invalid(at, user, "user information is not permitted in the URL")],
            .. NotPermitted("fragment", "fragments are"),
            .. NotPermitted("query", "query parameters are"),
        ];

        FieldError[] NotPermitted(string group, string what) =>
            parts.Groups[group].Value is { Length: > 0 } text ? [FieldError.Invalid(at, text, $"{what} not permitted in the URL")] : [];
    }

    private static IEnumerable<FieldError> Service(JsonObject? service, FieldPath at) =>
    [
        .. Named(service, at.Child("name"), "name"),
        .. Named(service, at.Child("namespace"), "namespace"),
        .. service.Integer("port") is < 1 or > 65535
            ? [FieldError.Invalid(at.Child("port"), service?["port"], "port is not valid: must be between 1 and 65535, inclusive")] : Array.Empty<FieldError>(),
        .. Path(service.Text("path"), at.Child("path")),
    ];

    private static FieldError[] Named(JsonObject? service, FieldPath at, string field) => service.Text(field).Length > 0 ? [] : [FieldError.Required(at)];

    private static IEnumerable<FieldError> Path(string path, FieldPath at)
    {
        if (path is "" or "/")
        {
            return [];
        }

        var inner = path.Length > 1 && path.EndsWith('/') ? path[1..^1] : path[1..];
        var segments = inner.Split('/').SelectMany((segment, i) => Segment(segment, i.ToString(CultureInfo.InvariantCulture)));
        return (path.StartsWith('/') ? segments : segments.Prepend("must start with a '/'")).Select(problem => FieldError.Invalid(at, path, problem));
    }

    private static IEnumerable<string> Segment(string segment, string index) =>
        segment.Length == 0 ? [$"segment[{index}] may not be empty"] : NameSyntax.Subdomain(segment).Select(problem => $"segment[{index}]: {problem}");

    [GeneratedRegex(@"^(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?(?://(?<authority>[^/?#]*))?[^?#]*(?:\?(?<query>[^#]*))?(?:\#(?<fragment>.*))?\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Parts();
}
