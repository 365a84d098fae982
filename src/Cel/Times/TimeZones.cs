using System.Globalization;
using Daytwo.Cel.Texts;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Times;

/// <summary>Time zones as the getters of timestamps take them: a name of the IANA database, or an offset like +01:30.</summary>
internal static class TimeZones
{
    /// <summary>Seconds east of UTC at a moment; or why there are none.</summary>
    public static int? OffsetAt(CelTimestamp moment, string zone, out string? error)
    {
        var colon = zone.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? Named(moment, zone, out error) : Fixed(zone, colon, out error);
    }

    private static int? Named(CelTimestamp moment, string zone, out string? error)
    {
        error = null;
        if (zone is "" or "UTC" or "Local")
        {
            return 0;
        }

        if (zone.Contains("..", StringComparison.Ordinal) || zone[0] is '/' or '\\')
        {
            error = "time: invalid location name";
            return null;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.Id == zone)
        {
            return (int)found.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(moment.Seconds)).TotalSeconds;
        }

        error = $"unknown time zone {zone}";
        return null;
    }

    private static int? Fixed(string zone, int colon, out string? error)
    {
        if (Number(zone[..colon], out error) is not { } hours || Number(zone[(colon + 1)..], out error) is not { } minutes)
        {
            return null;
        }

        var total = unchecked((hours * 60) + (zone[0] == '-' ? -minutes : minutes));
        return unchecked((int)(total * 60));
    }

    private static long? Number(string text, out string? error)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            error = null;
            return value;
        }

        var digits = text.TrimStart('+', '-');
        var range = text.Length - digits.Length <= 1 && digits.Length > 0 && digits.All(char.IsAsciiDigit);
        error = $"strconv.Atoi: parsing {Quoting.Go(text)}: {(range ? "value out of range" : "invalid syntax")}";
        return null;
    }
}
