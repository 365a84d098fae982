using Daytwo.Operator.Scheduling;

namespace Daytwo.Operator.Tests.Scheduling;

public sealed class DueRunTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly JitteredSchedule Hourly = new(CronScheduleProperties.Schedule("0 * * * *", TimeZoneInfo.Utc), "u", TimeSpan.Zero);

    [Fact]
    public void Nothing_missed_is_due_once() =>
        Assert.Equal(new DueRun(new(Noon, Noon), false, 0), DueRun.Find(Hourly, Noon.AddHours(-1), Noon, null));

    [Fact]
    public void Last_run_is_not_due_again() => Assert.Null(DueRun.Find(Hourly, Noon, Noon.AddMinutes(59), null));

    [Fact]
    public void Of_several_missed_only_the_latest_is_due() =>
        Assert.Equal(new DueRun(new(Noon, Noon), false, 4), DueRun.Find(Hourly, Noon.AddHours(-5), Noon.AddMinutes(10), null));

    [Fact]
    public void Run_later_than_its_starting_deadline_is_expired()
    {
        Assert.False(DueRun.Find(Hourly, Noon.AddHours(-1), Noon.AddMinutes(10), TimeSpan.FromMinutes(10))!.Expired);
        Assert.True(DueRun.Find(Hourly, Noon.AddHours(-1), Noon.AddMinutes(11), TimeSpan.FromMinutes(10))!.Expired);
    }

    [Fact]
    public void Decades_missed_are_not_walked()
    {
        var due = DueRun.Find(Hourly, Noon.AddYears(-60), Noon, null);
        Assert.Equal(DueRun.CountLimit, due!.Missed);
        Assert.Equal(Noon, due.Start.ScheduledFor);
    }
}
