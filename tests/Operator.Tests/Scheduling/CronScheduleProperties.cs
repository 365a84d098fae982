using Daytwo.Operator.Scheduling;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Operator.Tests.Scheduling;

public sealed class CronScheduleProperties
{
    private const int Window = 3 * 1440;

    private static readonly Arbitrary<(string Cron, TimeZoneInfo Zone, DateTimeOffset At)> Cases = (
        from cron in CronTexts.Expression()
        from zone in CronTexts.Zone()
        from at in CronTexts.Moment()
        select (cron, zone, at)).ToArbitrary();

    [Fact]
    public void Next_equals_the_minute_by_minute_walk() =>
        Prop.ForAll(Cases, c =>
        {
            var walked = CronOracle.Next(c.Cron, c.Zone, c.At, Window);
            var found = Schedule(c.Cron, c.Zone).Next(c.At);
            return walked is null ? found is null || found > c.At.AddMinutes(Window - 1) : found == walked;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    [Fact]
    public void Previous_equals_the_minute_by_minute_walk() =>
        Prop.ForAll(Cases, c =>
        {
            var walked = CronOracle.Previous(c.Cron, c.Zone, c.At, Window);
            var found = Schedule(c.Cron, c.Zone).Previous(c.At);
            return walked is null ? found is null || found < c.At.AddMinutes(1 - Window) : found == walked;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    [Fact]
    public void Due_run_is_the_latest_start_that_has_come() =>
        Prop.ForAll(Cases, Gen.Choose(0, 7200).ToArbitrary(), (c, spread) =>
        {
            var schedule = new JitteredSchedule(Schedule(c.Cron, c.Zone), "uid-1", TimeSpan.FromSeconds(spread));
            var since = c.At.AddMinutes(-500);
            var expected = Walk(schedule, since).TakeWhile(s => s.ScheduledFor <= c.At).LastOrDefault(s => s.StartsAt <= c.At);
            return DueRun.Find(schedule, since, c.At, null) is { } due ? due.Start == expected : expected == default;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Delays_stay_below_the_spread_and_the_next_scheduled_time() =>
        Prop.ForAll(Cases, Gen.Choose(0, 100_000).ToArbitrary(), (c, spread) =>
        {
            var schedule = new JitteredSchedule(Schedule(c.Cron, c.Zone), "uid-2", TimeSpan.FromSeconds(spread));
            return Walk(schedule, c.At).Take(5).All(s => s.StartsAt >= s.ScheduledFor && s.StartsAt <= s.ScheduledFor.AddSeconds(spread)
                && (schedule.Next(s.ScheduledFor) is not { } next || s.StartsAt < next.ScheduledFor));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    internal static CronSchedule Schedule(string cron, TimeZoneInfo zone) =>
        CronExpression.TryParse(cron, out var expression, out var error) ? new CronSchedule(expression, zone) : throw new ArgumentException(error);

    private static IEnumerable<ScheduledStart> Walk(JitteredSchedule schedule, DateTimeOffset after)
    {
        for (var s = schedule.Next(after); s is { } start; s = schedule.Next(start.ScheduledFor))
        {
            yield return start;
        }
    }
}
