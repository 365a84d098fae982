using Daytwo.Cel.Times;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>The parts of timestamps, in UTC or a zone, and of durations.</summary>
internal static class TimeLibrary
{
    private const long Millisecond = 1_000_000;
    private const long Second = 1000 * Millisecond;

    public static CelLibrary Create() => new()
    {
        Functions =
        [
            new("getFullYear", Parts("year", (c, _) => c.Year)),
            new("getMonth", Parts("month", (c, _) => c.Month - 1)),
            new("getDayOfYear", Parts("day_of_year", (c, _) => c.DayOfYear - 1)),
            new("getDayOfMonth", Parts("day_of_month", (c, _) => c.Day - 1)),
            new("getDate", Parts("day_of_month_1_based", (c, _) => c.Day)),
            new("getDayOfWeek", Parts("day_of_week", (c, _) => c.DayOfWeek)),
            new("getHours", [.. Parts("hours", (c, _) => c.Hour), Units("hours", 3600 * Second)]),
            new("getMinutes", [.. Parts("minutes", (c, _) => c.Minute), Units("minutes", 60 * Second)]),
            new("getSeconds", [.. Parts("seconds", (c, _) => c.Second), Units("seconds", Second)]),
            new("getMilliseconds", [.. Parts("milliseconds", (_, nanoseconds) => nanoseconds / Millisecond), Units("milliseconds", Millisecond)]),
        ],
    };

    private static CelOverload[] Parts(string name, Func<CivilTime, long, long> part) =>
    [
        CelOverload.Member($"timestamp_to_{name}", Int, CelType.Timestamp, t => CelValue.Of(part(CivilTime.Of(t.AsTimestamp.Seconds), t.AsTimestamp.Nanoseconds))),
        CelOverload.Member($"timestamp_to_{name}_with_tz", Int, CelType.Timestamp, CelType.String, (t, zone) =>
            TimeZones.OffsetAt(t.AsTimestamp, zone.AsString, out var error) is { } offset
                ? CelValue.Of(part(CivilTime.Of(t.AsTimestamp.Seconds + offset), t.AsTimestamp.Nanoseconds))
                : CelValue.OfError(error!)),
    ];

    private static CelOverload Units(string name, long unit) => CelOverload.Member($"duration_to_{name}", Int, Duration, d => CelValue.Of(Durations.Units(d.AsNanoseconds, unit)));
}
