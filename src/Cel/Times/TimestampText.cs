using System.Globalization;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Times;

/// <summary>Timestamps as RFC 3339, with as many digits after the second as they need.</summary>
internal static class TimestampText
{
    public static string Of(CelTimestamp timestamp)
    {
        var civil = CivilTime.Of(timestamp.Seconds + timestamp.OffsetSeconds);
        var fraction = timestamp.Nanoseconds == 0 ? "" : "." + timestamp.Nanoseconds.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        var minutes = Math.Abs(timestamp.OffsetSeconds / 60);
        var zone = timestamp.OffsetSeconds == 0 ? "Z" : string.Create(CultureInfo.InvariantCulture, $"{(timestamp.OffsetSeconds < 0 ? '-' : '+')}{minutes / 60:D2}:{minutes % 60:D2}");
        return string.Create(
            CultureInfo.InvariantCulture, $"{civil.Year:D4}-{civil.Month:D2}-{civil.Day:D2}T{civil.Hour:D2}:{civil.Minute:D2}:{civil.Second:D2}{fraction}{zone}");
    }
}
