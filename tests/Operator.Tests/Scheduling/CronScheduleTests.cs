using System.Globalization;

namespace Daytwo.Operator.Tests.Scheduling;

/// <summary>The rules of a CronJob, case by case.</summary>
public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 0 13 * 5", "UTC", "2026-01-01T00:00Z", "01-02T00:00 01-09T00:00 01-13T00:00 01-16T00:00")] // either day field
    [InlineData("0 0 */2 * 1", "UTC", "2026-01-01T00:00Z", "01-03T00:00 01-05T00:00 01-07T00:00")] // a stepped star restricts
    [InlineData("0 0 */1 * 1", "UTC", "2026-01-01T00:00Z", "01-05T00:00 01-12T00:00")] // a step of one does not
    [InlineData("0 0 ? * mon-FRI", "UTC", "2026-01-02T00:00Z", "01-05T00:00 01-06T00:00")]
    [InlineData("5/20 * * * *", "UTC", "2026-01-01T00:00Z", "01-01T00:05 01-01T00:25 01-01T00:45 01-01T01:05")]
    [InlineData("0 0 29 2 *", "UTC", "2026-01-01T00:00Z", "02-29T00:00 02-29T00:00")]
    [InlineData("@weekly", "UTC", "2026-01-01T00:00Z", "01-04T00:00 01-11T00:00")]
    [InlineData("@yearly", "UTC", "2026-01-01T00:00Z", "01-01T00:00")]
    [InlineData("30 2 * * *", "America/New_York", "2026-03-06T12:00Z", "03-07T07:30 03-09T06:30")] // 02:30 does not exist on the 8th
    [InlineData("30 1 * * *", "America/New_York", "2026-10-31T12:00Z", "11-01T05:30 11-01T06:30 11-02T06:30")] // 01:30 comes twice
    [InlineData("*/30 * * * *", "Australia/Lord_Howe", "2026-10-03T14:45Z", "10-03T15:00 10-03T15:30 10-03T16:00")] // clocks go on by half an hour
    [InlineData("0 3 * * *", "Australia/Lord_Howe", "2026-10-03T12:00Z", "10-03T16:00 10-04T16:00")]
    public void Fires_as_a_cron_job(string cron, string zone, string after, string expected)
    {
        var schedule = CronScheduleProperties.Schedule(cron, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var fired = new List<string>();
        var moment = DateTimeOffset.Parse(after, CultureInfo.InvariantCulture);
        while (fired.Count < expected.Split(' ').Length)
        {
            moment = schedule.Next(moment)!.Value;
            fired.Add(moment.UtcDateTime.ToString("MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        }

        Assert.Equal(expected, string.Join(' ', fired));
    }

    [Theory]
    [InlineData("0 0 30 2 *")]
    [InlineData("0 0 31 4,6,9,11 *")]
    public void Impossible_date_never_fires(string cron)
    {
        var schedule = CronScheduleProperties.Schedule(cron, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        Assert.Null(schedule.Next(DateTimeOffset.UnixEpoch));
        Assert.Null(schedule.Previous(DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Impossible_date_with_a_weekday_fires_on_the_weekday() =>
        Assert.NotNull(CronScheduleProperties.Schedule("0 0 30 2 1", TimeZoneInfo.Utc).Next(DateTimeOffset.UnixEpoch));

    [Fact]
    public void Leap_day_is_found_across_a_century_without_one() =>
        Assert.Equal(2104, CronScheduleProperties.Schedule("0 0 29 2 *", TimeZoneInfo.Utc).Next(new(2096, 3, 1, 0, 0, 0, TimeSpan.Zero))!.Value.Year);

    [Fact]
    public void Ends_of_time_are_survived()
    {
        var schedule = CronScheduleProperties.Schedule("0 0 1 1 *", TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata"));
        Assert.Null(schedule.Next(DateTimeOffset.MaxValue));
        Assert.Null(schedule.Previous(DateTimeOffset.MinValue));
    }
}
