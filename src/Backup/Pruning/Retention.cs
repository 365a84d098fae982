namespace Daytwo.Backup.Pruning;

/// <summary>Decides which snapshots to delete. Pure.</summary>
/// <remarks>
/// Guarantees: the newest verified snapshot is always kept, and the newest of all while none is verified; a damaged or untrusted snapshot takes
/// no other's place; a locked one is kept; the order of the input does not matter; deciding again after deleting deletes nothing more at the
/// same time.
/// </remarks>
public static class Retention
{
    /// <returns>One decision for each snapshot, newest first.</returns>
    public static IReadOnlyList<RetentionDecision> Choose(IEnumerable<RetainedSnapshot> snapshots, RetentionPolicy policy, DateTimeOffset now)
    {
        var newestFirst = snapshots.OrderByDescending(s => s.CreatedAt).ThenByDescending(s => s.Id).ToArray();
        var guarded = newestFirst.FirstOrDefault(s => s.Health == SnapshotHealth.Verified) ?? newestFirst.FirstOrDefault();
        var kept = RulesThatKeep(newestFirst, policy);
        return [.. newestFirst.Select(s => Decide(s, s == guarded, kept.GetValueOrDefault(s.Id) ?? [], policy, now))];
    }

    private static RetentionDecision Decide(
        RetainedSnapshot snapshot, bool guarded, List<string> rules, RetentionPolicy policy, DateTimeOffset now)
    {
        var tooOld = policy.MaxAge is { } limit && now - snapshot.CreatedAt > limit;
        List<string> keep = tooOld ? [] : rules;
        if (guarded)
        {
            keep = [.. keep, snapshot.Health == SnapshotHealth.Verified ? "newest verified" : "newest"];
        }

        if (snapshot.LockedUntil is { } until && until > now)
        {
            keep = [.. keep, $"locked until {until:u}"];
        }

        return keep.Count > 0
            ? new RetentionDecision(snapshot, true, keep)
            : new RetentionDecision(snapshot, false, [tooOld ? $"older than {Describe(policy.MaxAge!.Value)}" : "no rule keeps it"]);
    }

    /// <summary>
    /// Good snapshots are chosen as if the others did not exist; the others are then kept where the rules over all would keep them, so that
    /// they can be looked at and yet displace nothing.
    /// </summary>
    private static Dictionary<SnapshotId, List<string>> RulesThatKeep(RetainedSnapshot[] newestFirst, RetentionPolicy policy)
    {
        var kept = Apply([.. newestFirst.Where(IsGood)], policy);
        var overAll = Apply(newestFirst, policy);
        foreach (var other in newestFirst.Where(s => !IsGood(s) && overAll.ContainsKey(s.Id)))
        {
            kept[other.Id] = overAll[other.Id];
        }

        return kept;
    }

    private static bool IsGood(RetainedSnapshot snapshot) => snapshot.Health is SnapshotHealth.Unknown or SnapshotHealth.Verified;

    private static Dictionary<SnapshotId, List<string>> Apply(RetainedSnapshot[] newestFirst, RetentionPolicy policy)
    {
        var kept = new Dictionary<SnapshotId, List<string>>();
        var rules = RetentionTier.Of(policy);
        if (rules.Count == 0)
        {
            foreach (var snapshot in newestFirst)
            {
                kept[snapshot.Id] = [policy.MaxAge is { } age ? $"younger than {Describe(age)}" : "no rule deletes"];
            }
        }

        foreach (var rule in rules)
        {
            foreach (var (snapshot, reason) in rule.Keep(newestFirst))
            {
                (kept.TryGetValue(snapshot.Id, out var reasons) ? reasons : kept[snapshot.Id] = []).Add(reason);
            }
        }

        return kept;
    }

    private static string Describe(TimeSpan age) =>
        age.Ticks % TimeSpan.TicksPerDay == 0 ? $"{age.Days} days" : age.Ticks % TimeSpan.TicksPerHour == 0 ? $"{(long)age.TotalHours} hours" : age.ToString();
}
