using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Daytwo.Embedded.Schema.Validation;

/// <summary>The string formats a CRD may name; others are no constraint. Dashes in a format's name do not count.</summary>
internal static partial class Formats
{
    private static readonly Dictionary<string, Func<string, bool>> Checks = new(StringComparer.Ordinal)
    {
        ["bsonobjectid"] = s => s.Length == 24 && s.All(char.IsAsciiHexDigit),
        ["byte"] = IsBase64,
        ["cidr"] = IsCidr,
        ["creditcard"] = CardNumber.IsValid,
        ["date"] = IsDate,
        ["datetime"] = IsDateTime,
        ["duration"] = s => GoDuration().IsMatch(s) || ScalaDuration().IsMatch(s),
        ["email"] = s => Email().IsMatch(s),
        ["hexcolor"] = s => HexColor().IsMatch(s),
        ["hostname"] = IsHostname,
        ["ipv4"] = s => IPAddress.TryParse(s, out var ip) && ip.AddressFamily == AddressFamily.InterNetwork && s.Count(c => c == '.') == 3,
        ["ipv6"] = s => IPAddress.TryParse(s, out _) && s.Contains(':', StringComparison.Ordinal),
        ["isbn"] = s => Isbn.IsTen(s) || Isbn.IsThirteen(s),
        ["isbn10"] = Isbn.IsTen,
        ["isbn13"] = Isbn.IsThirteen,
        ["k8slongname"] = s => s.Length <= 253 && LongName().IsMatch(s),
        ["k8sshortname"] = s => s.Length <= 63 && ShortName().IsMatch(s),
        ["mac"] = s => Mac().IsMatch(s),
        ["password"] = _ => true,
        ["rgbcolor"] = s => RgbColor().IsMatch(s),
        ["ssn"] = s => Ssn().IsMatch(s),
        ["uri"] = IsUri,
        ["uuid"] = s => Uuid().IsMatch(s),
        ["uuid3"] = s => Uuid().IsMatch(s) && Digits(s)[12] == '3',
        ["uuid4"] = s => Uuid().IsMatch(s) && Digits(s)[12] == '4' && "89abAB".Contains(Digits(s)[16], StringComparison.Ordinal),
        ["uuid5"] = s => Uuid().IsMatch(s) && Digits(s)[12] == '5' && "89abAB".Contains(Digits(s)[16], StringComparison.Ordinal),
    };

    /// <summary>The schema's format, or nothing when it means nothing for the schema's type.</summary>
    public static string Effective(StructuralSchema schema)
    {
        var means = schema.IntOrString ? false : schema.Type switch
        {
            "" or "string" => Checks.ContainsKey(Normal(schema.Format)),
            "integer" => schema.Format is "int32" or "int64",
            "number" => schema.Format is "float" or "double",
            _ => false,
        };
        return means ? schema.Format : "";
    }

    public static bool Known(StructuralSchema schema) => Checks.ContainsKey(Normal(Effective(schema)));

    public static bool Accepts(string format, string value) => Checks[Normal(format)](value);

    private static string Normal(string format) => format.Replace("-", "", StringComparison.Ordinal);

    private static string Digits(string uuid) => uuid.Replace("-", "", StringComparison.Ordinal);

    private static bool IsBase64(string text) => text.Length > 0 && text.Length % 4 == 0 && Base64().IsMatch(text);

    private static bool IsCidr(string text)
    {
        var slash = text.LastIndexOf('/');
        return slash > 0 && IPAddress.TryParse(text.AsSpan(0, slash), out var ip)
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            && bits <= (ip.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
    }

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDateTime(string text)
    {
        var split = text.IndexOfAny(['t', 'T']);
        return split > 0 && IsDate(text[..split]) && TimeOfDay().Match(text[(split + 1)..]) is { Success: true } time
            && string.CompareOrdinal(time.Groups[1].Value, "23") <= 0
            && string.CompareOrdinal(time.Groups[2].Value, "59") <= 0
            && string.CompareOrdinal(time.Groups[3].Value, "59") <= 0;
    }

    private static bool IsHostname(string text) =>
        text.Length <= 255 && text.Split('.').All(label => label.Length <= 63) && Hostname().IsMatch(text);

    private static bool IsUri(string text) =>
        text.StartsWith('/') || (Scheme().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out _));

    [GeneratedRegex("^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})\\z")]
    private static partial Regex Base64();

    [GeneratedRegex("^(0|[-+]?((\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h))+)\\z", RegexOptions.ECMAScript)]
    private static partial Regex GoDuration();

    [GeneratedRegex("\\d+\\s*(ns|us|µs|ms|s|m|h|d|w|hr|wk|nano[a-z]*|micro[a-z]*|milli[a-z]*|sec[a-z]*|min[a-z]*|hour[a-z]*|day[a-z]*|week[a-z]*)(?![A-Za-zµ])", RegexOptions.IgnoreCase)]
    private static partial Regex ScalaDuration();

    [GeneratedRegex("^(?:[^<>@]*<)?[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^\\s@<>]+>?\\z")]
    private static partial Regex Email();

    [GeneratedRegex("^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\\z")]
    private static partial Regex HexColor();

    [GeneratedRegex("^([a-zA-Z0-9\\p{S}\\p{L}]((-?[a-zA-Z0-9\\p{S}\\p{L}]{0,62})?)|([a-zA-Z0-9\\p{S}\\p{L}](([a-zA-Z0-9\\p{S}\\p{L}-]{0,61}[a-zA-Z0-9\\p{S}\\p{L}])?)(\\.)){1,}([a-zA-Z\\p{L}]){2,63})\\z")]
    private static partial Regex Hostname();

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?\\z")]
    private static partial Regex ShortName();

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\z")]
    private static partial Regex LongName();

    [GeneratedRegex("^([0-9a-fA-F]{2}([:-])[0-9a-fA-F]{2}(\\2[0-9a-fA-F]{2}){4}(\\2[0-9a-fA-F]{2}){0,2}|([0-9a-fA-F]{4}\\.){2,3}[0-9a-fA-F]{4})\\z")]
    private static partial Regex Mac();

    [GeneratedRegex("^rgb\\(\\s*(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])\\s*,\\s*(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])\\s*,\\s*(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])\\s*\\)\\z")]
    private static partial Regex RgbColor();

    [GeneratedRegex("^[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}\\z")]
    private static partial Regex Ssn();

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9+.-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex("^([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?([zZ]|([+-][0-9]{2}:[0-9]{2}))\\z")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex("^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\\z", RegexOptions.IgnoreCase)]
    private static partial Regex Uuid();
}
