namespace Daytwo.Backup.Pruning;

/// <summary>One rule of a policy: the newest snapshot of each of the newest <paramref name="count"/> periods.</summary>
/// <param name="period">Two snapshots with the same value fall into one period.</param>
internal sealed class RetentionTier(string name, int count, Func<RetainedSnapshot, object> period)
{
    public static IReadOnlyList<RetentionTier> Of(RetentionPolicy policy)
    {
        var tiers = new List<RetentionTier>();
        Add("last", policy.Last, s => s.Id);
        Add("hourly", policy.Hourly, s => Local(s) is var t ? (t.Date, t.Hour, t.Offset) : default);
        Add("daily", policy.Daily, s => Local(s).Date);
        Add("weekly", policy.Weekly, s => Monday(Local(s).Date));
        Add("monthly", policy.Monthly, s => Local(s) is var t ? (t.Year, t.Month) : default);
        return tiers;

        void Add(string name, int? count, Func<RetainedSnapshot, object> period)
        {
            if (count is > 0)
            {
                tiers.Add(new RetentionTier(name, count.Value, period));
            }
        }

        DateTimeOffset Local(RetainedSnapshot s) => TimeZoneInfo.ConvertTime(s.CreatedAt, policy.TimeZone);
    }

    /// <returns>The snapshots kept, each with its reason (<c>daily 3 of 7</c>).</returns>
    public IEnumerable<(RetainedSnapshot Snapshot, string Reason)> Keep(RetainedSnapshot[] newestFirst)
    {
        var periods = new HashSet<object>();
        foreach (var snapshot in newestFirst)
        {
            if (periods.Count < count && periods.Add(period(snapshot)))
            {
                yield return (snapshot, $"{name} {periods.Count} of {count}");
            }
        }
    }

    private static DateTime Monday(DateTime date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}
