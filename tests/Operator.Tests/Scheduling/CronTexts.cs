using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Operator.Tests.Scheduling;

/// <summary>Makes cron expressions, zones and moments close to clock changes.</summary>
internal static class CronTexts
{
    public static Gen<string> Expression() =>
        from minute in Field(0, 59, common: 3)
        from hour in Field(0, 23, common: 3)
        from dom in Field(1, 31, common: 5)
        from month in Field(1, 12, common: 8)
        from dow in Field(0, 6, common: 5)
        select $"{minute} {hour} {dom} {month} {dow}";

    public static Gen<TimeZoneInfo> Zone() => Gen.Elements(
        "UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata", "America/Havana", "Africa/Casablanca",
        "Pacific/Chatham", "America/St_Johns", "Asia/Beirut", "Europe/Dublin").Select(TimeZoneInfo.FindSystemTimeZoneById);

    public static Gen<DateTimeOffset> Moment() =>
        from day in Gen.Elements("2026-03-07", "2026-03-28", "2026-10-03", "2026-10-24", "2026-10-31", "2027-04-03", "2026-02-14", "2028-02-28", "2026-12-31")
        from minutes in Gen.Choose(0, 4 * 1440)
        from seconds in Gen.Choose(0, 59)
        select DateTimeOffset.Parse(day + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture).AddMinutes(minutes).AddSeconds(seconds);

    private static Gen<string> Field(int min, int max, int common)
    {
        var value = Gen.Choose(min, max).Select(v => v.ToString());
        var step = Gen.Choose(1, Math.Max(2, max / 2));
        var range = from a in Gen.Choose(min, max) from b in Gen.Choose(a, max) select $"{a}-{b}";
        var stepped = from r in Gen.OneOf(range, Gen.Elements("*", "?"), value) from s in step select $"{r}/{s}";
        var item = Gen.Frequency((common, Gen.Constant("*")), (2, value), (1, range), (2, stepped));
        return Gen.Frequency((4, item), (1, from a in item from b in value select $"{a},{b}"));
    }
}
