using System.Globalization;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Presentation.Formats;

/// <summary>Ages as kubectl shows them: two units at most, the finer one only while it matters.</summary>
internal static class Ages
{
    private const int HoursOfTwoDays = 48;

    /// <summary>The age of a timestamp; <c>&lt;unknown&gt;</c> when it is absent.</summary>
    public static string Since(string timestamp, DateTimeOffset now) =>
        timestamp.Length == 0 ? "<unknown>" : Timestamps.Parse(timestamp) is { } time ? Span(now - time) : "<invalid>";

    public static string Span(TimeSpan span)
    {
        var seconds = (long)span.TotalSeconds;
        if (seconds < -1)
        {
            return "<invalid>";
        }

        var (minutes, hours) = (seconds / 60, seconds / 3600);
        return seconds switch
        {
            < 0 => "0s",
            < 120 => Text(seconds, "s"),
            < 600 => Pair(minutes, "m", seconds % 60, "s"),
            < 3 * 3600 => Text(minutes, "m"),
            < 8 * 3600 => Pair(hours, "h", minutes % 60, "m"),
            < HoursOfTwoDays * 3600 => Text(hours, "h"),
            < 8 * 24 * 3600 => Pair(hours / 24, "d", hours % 24, "h"),
            < 2 * 365 * 24 * 3600L => Text(hours / 24, "d"),
            < 8 * 365 * 24 * 3600L => Pair(hours / 24 / 365, "y", hours / 24 % 365, "d"),
            _ => Text(hours / 24 / 365, "y"),
        };
    }

    private static string Pair(long coarse, string coarseUnit, long fine, string fineUnit) =>
        fine == 0 ? Text(coarse, coarseUnit) : Text(coarse, coarseUnit) + Text(fine, fineUnit);

    private static string Text(long number, string unit) => number.ToString(CultureInfo.InvariantCulture) + unit;
}
