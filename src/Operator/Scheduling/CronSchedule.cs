namespace Daytwo.Operator.Scheduling;

/// <summary>
/// The moments at which a cron expression fires in a time zone, to the minute. A wall time that a clock change skips does not fire;
/// one that it repeats fires both times, as with a CronJob.
/// </summary>
/// <remarks>
/// Searches go at most eight years far, which spans every gap between two 29ths of February; a schedule that finds nothing there
/// never fires.
/// </remarks>
internal sealed class CronSchedule(CronExpression expression, TimeZoneInfo zone)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Reach = TimeSpan.FromDays((8 * 366) + 2);

    /// <summary>The first moment after <paramref name="moment"/>; null when there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset moment) => Search(Floor(moment).AddSafely(Minute), Minute);

    /// <summary>The last moment at or before <paramref name="moment"/>; null when there is none.</summary>
    public DateTimeOffset? Previous(DateTimeOffset moment) => Search(Floor(moment), -Minute);

    private DateTimeOffset? Search(DateTimeOffset from, TimeSpan direction)
    {
        var limit = from.AddSafely(direction > TimeSpan.Zero ? Reach : -Reach);
        var moment = from;
        while (direction > TimeSpan.Zero ? moment < limit : moment > limit)
        {
            var local = Local(moment);
            if (Matches(local))
            {
                return moment;
            }

            moment = direction > TimeSpan.Zero ? Move(moment, SpanToNextCandidate(local)) : Move(moment, -SpanToPreviousCandidate(local));
        }

        return null;
    }

    private bool Matches(DateTime local) =>
        expression.MatchesDay(local) && expression.Hour.Has(local.Hour) && expression.Minute.Has(local.Minute);

    private TimeSpan SpanToNextCandidate(DateTime local) =>
        !expression.MatchesDay(local) ? TimeSpan.FromDays(1) - local.TimeOfDay
        : !expression.Hour.Has(local.Hour) ? TimeSpan.FromMinutes(60 - local.Minute)
        : Minute;

    private TimeSpan SpanToPreviousCandidate(DateTime local) =>
        !expression.MatchesDay(local) ? local.TimeOfDay + Minute
        : !expression.Hour.Has(local.Hour) ? TimeSpan.FromMinutes(local.Minute + 1)
        : Minute;

    /// <summary>Moves by a span of wall time; where the clock changes within it, only by a minute, so that no wall time is passed over.</summary>
    private DateTimeOffset Move(DateTimeOffset moment, TimeSpan span)
    {
        var target = moment.AddSafely(span);
        return zone.GetUtcOffset(target) == zone.GetUtcOffset(moment) ? target : moment.AddSafely(span > TimeSpan.Zero ? Minute : -Minute);
    }

    private DateTime Local(DateTimeOffset moment) => moment.UtcDateTime.Ticks + zone.GetUtcOffset(moment).Ticks is var ticks
        && ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks) : moment.UtcDateTime;

    private static DateTimeOffset Floor(DateTimeOffset moment)
    {
        var ticks = moment.UtcTicks;
        return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
    }
}
