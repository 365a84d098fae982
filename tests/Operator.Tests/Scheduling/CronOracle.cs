namespace Daytwo.Operator.Tests.Scheduling;

/// <summary>
/// Cron in its plainest form, to compare with: walks minute after minute and asks of each field's text, by itself, whether it names the wall time.
/// </summary>
internal static class CronOracle
{
    private static readonly string[] Months = ["", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static DateTimeOffset? Next(string cron, TimeZoneInfo zone, DateTimeOffset after, int minutes)
    {
        var start = new DateTimeOffset(after.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
        return Enumerable.Range(1, minutes).Select(i => start.AddMinutes(i)).Cast<DateTimeOffset?>().FirstOrDefault(t => Fires(cron, zone, t!.Value));
    }

    public static DateTimeOffset? Previous(string cron, TimeZoneInfo zone, DateTimeOffset at, int minutes)
    {
        var start = new DateTimeOffset(at.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
        return Enumerable.Range(0, minutes).Select(i => start.AddMinutes(-i)).Cast<DateTimeOffset?>().FirstOrDefault(t => Fires(cron, zone, t!.Value));
    }

    private static bool Fires(string cron, TimeZoneInfo zone, DateTimeOffset moment)
    {
        var f = cron.Split(' ');
        var wall = TimeZoneInfo.ConvertTime(moment, zone);
        var dom = Names(f[2], wall.Day, 1, 31, []);
        var dow = Names(f[4], (int)wall.DayOfWeek, 0, 6, Days);
        var bare = f[2].Split(',').Any(Bare) || f[4].Split(',').Any(Bare);
        return Names(f[0], wall.Minute, 0, 59, []) && Names(f[1], wall.Hour, 0, 23, []) && Names(f[3], wall.Month, 1, 12, Months)
            && (bare ? dom && dow : dom || dow);
    }

    private static bool Bare(string item) => item is "*" or "?" or "*/1" or "?/1";

    private static bool Names(string field, int value, int min, int max, string[] names) => field.Split(',').Any(item =>
    {
        var slash = item.Split('/');
        var ends = slash[0].Split('-');
        var first = slash[0] is "*" or "?" ? min : Number(ends[0], names);
        var last = slash[0] is "*" or "?" ? max : ends.Length == 2 ? Number(ends[1], names) : slash.Length == 2 ? max : first;
        var step = slash.Length == 2 ? int.Parse(slash[1]) : 1;
        return value >= first && value <= last && (value - first) % step == 0;
    });

    private static int Number(string text, string[] names) =>
        Array.IndexOf(names, text.ToLowerInvariant()) is >= 0 and var i ? i : int.Parse(text);
}
