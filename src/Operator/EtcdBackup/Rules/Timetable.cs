using Daytwo.Crds.Backups;
using Daytwo.Kubernetes.Objects;
using Daytwo.Operator.Scheduling;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>When an object's backups are due.</summary>
/// <param name="Schedule">Null for a one-off, and when the schedule cannot be used.</param>
/// <param name="Problem">Why the schedule cannot be used, as a reason of conditions; null when it can.</param>
/// <param name="Message">The same for people.</param>
internal sealed record Timetable(JitteredSchedule? Schedule, string? Problem = null, string Message = "")
{
    /// <summary>So many gaps between scheduled times are looked at for the longest: enough for a week of workdays.</summary>
    private const int GapsSeen = 8;

    public static Timetable Of(ObjectMeta meta, EtcdBackupSpec spec, DateTimeOffset now)
    {
        if (spec.Schedule is null)
        {
            return new Timetable(Schedule: null);
        }

        if (!CronExpression.TryParse(spec.Schedule, out var expression, out var error))
        {
            return new Timetable(null, Reasons.ScheduleInvalid, $"spec.schedule: {error}");
        }

        if (!TimeZones.TryFind(spec.TimeZone, out var zone, out error))
        {
            return new Timetable(null, Reasons.ScheduleInvalid, $"spec.timeZone: {error}");
        }

        var cron = new CronSchedule(expression, zone);
        return cron.Next(now) is null
            ? new Timetable(null, Reasons.ScheduleNeverFires, $"spec.schedule: no day ever matches \"{spec.Schedule}\"; change its day or month field")
            : new Timetable(new JitteredSchedule(cron, meta.Uid, spec.Jitter ?? TimeSpan.Zero));
    }

    /// <summary>The longest time between two runs among the next few.</summary>
    public TimeSpan LongestGap(DateTimeOffset now)
    {
        var longest = TimeSpan.Zero;
        var at = Schedule?.Next(now);
        for (var i = 0; i < GapsSeen && at is { } start && Schedule!.Next(start.ScheduledFor) is { } next; i++)
        {
            longest = next.ScheduledFor - start.ScheduledFor > longest ? next.ScheduledFor - start.ScheduledFor : longest;
            at = next;
        }

        return longest;
    }
}
