using System.Globalization;
using System.Text;
using Daytwo.Cel.Patterns;
using Daytwo.Cel.Urls;

namespace Daytwo.Cel.Formats;

/// <summary>Formats of data, as kube-openapi's strfmt checks them.</summary>
internal static class DataFormats
{
    private static readonly Lazy<Pattern> UuidPattern = new(() => Pattern.Parse("(?i)^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$", out _)!);

    private static readonly Lazy<Pattern> Base64Pattern =
        new(() => Pattern.Parse(@"^(?:[A-Za-z0-9+\/]{4})*(?:[A-Za-z0-9+\/]{2}==|[A-Za-z0-9+\/]{3}=|[A-Za-z0-9+\/]{4})$", out _)!);

    private static readonly Lazy<Pattern> TimePattern = new(() => Pattern.Parse("^([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))$", out _)!);

    public static IReadOnlyList<string> Uri(string text) => Url.IsUrl(text, out var error) ? [] : [error!];

    public static IReadOnlyList<string> Uuid(string text) => Check(Holds(UuidPattern, text), "does not match the UUID format");

    public static IReadOnlyList<string> Base64(string text) => Check(Holds(Base64Pattern, text), "invalid base64");

    public static IReadOnlyList<string> Date(string text) => Check(IsDate(text), "invalid date");

    public static IReadOnlyList<string> DateTime(string text)
    {
        var parts = text.ToLowerInvariant().Split('t');
        var valid = text.Length >= 4 && parts.Length >= 2 && IsDate(parts[0]) && Holds(TimePattern, parts[1])
            && string.CompareOrdinal(parts[1], 0, "23", 0, 2) <= 0 && string.CompareOrdinal(parts[1], 3, "59", 0, 2) <= 0 && string.CompareOrdinal(parts[1], 6, "59", 0, 2) <= 0;
        return Check(valid, "invalid datetime");
    }

    private static IReadOnlyList<string> Check(bool valid, string error) => valid ? [] : [error];

    private static bool Holds(Lazy<Pattern> pattern, string text) => pattern.Value.IsMatch(Encoding.UTF8.GetBytes(text));

    private static bool IsDate(string text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-' || !Number(text.AsSpan(0, 4), out var year) || !Number(text.AsSpan(5, 2), out var month)
            || !Number(text.AsSpan(8, 2), out var day))
        {
            return false;
        }

        return month is >= 1 and <= 12 && day >= 1 && day <= Times.CivilTime.LengthOf(year, month);
    }

    private static bool Number(ReadOnlySpan<char> digits, out int value) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
