using Daytwo.Backup.Pruning;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Backup.Tests.Pruning;

public sealed class RetentionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Retention_without_rules_keeps_all() => Assert.All(Retention.Choose(Every(TimeSpan.FromHours(7), 50), new RetentionPolicy(), Now), d => Assert.True(d.Keep));

    [Fact]
    public void Retention_of_the_last_n_keeps_the_newest_n()
    {
        var decisions = Retention.Choose(Every(TimeSpan.FromHours(1), 10), new RetentionPolicy { Last = 3 }, Now);
        Assert.Equal(["s0", "s1", "s2"], Kept(decisions));
        Assert.Contains("last 2 of 3", decisions[1].Reasons);
        Assert.Equal(["no rule keeps it"], decisions[3].Reasons);
    }

    [Fact]
    public void Retention_of_days_keeps_the_newest_of_each_day()
    {
        // Every six hours: noon, 06:00, 00:00, 18:00 of the day before, …
        var kept = Kept(Retention.Choose(Every(TimeSpan.FromHours(6), 20), new RetentionPolicy { Daily = 3 }, Now));
        Assert.Equal(["s0", "s3", "s7"], kept);
    }

    [Fact]
    public void Retention_of_days_counts_days_with_snapshots_only()
    {
        RetainedSnapshot[] snapshots = [At("a", Now), At("b", Now.AddDays(-20)), At("c", Now.AddDays(-40)), At("d", Now.AddDays(-60))];
        Assert.Equal(["a", "b", "c"], Kept(Retention.Choose(snapshots, new RetentionPolicy { Daily = 3 }, Now)));
    }

    [Fact]
    public void Retention_begins_days_in_the_policys_time_zone()
    {
        // 23:30 and 00:30 UTC are two days in UTC and one in New York.
        RetainedSnapshot[] snapshots = [At("late", new(2026, 7, 2, 0, 30, 0, TimeSpan.Zero)), At("early", new(2026, 7, 1, 23, 30, 0, TimeSpan.Zero))];
        Assert.Equal(2, Kept(Retention.Choose(snapshots, new RetentionPolicy { Daily = 9 }, Now)).Count);
        var newYork = new RetentionPolicy { Daily = 9, TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };
        Assert.Equal(["late"], Kept(Retention.Choose(snapshots, newYork, Now)));
    }

    [Fact]
    public void Retention_keeps_both_of_the_hours_that_come_twice_when_clocks_go_back()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        RetainedSnapshot[] snapshots = [At("b", new(2026, 10, 25, 1, 30, 0, TimeSpan.Zero)), At("a", new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero))];
        Assert.Equal(2, Kept(Retention.Choose(snapshots, new RetentionPolicy { Hourly = 9, TimeZone = berlin }, Now)).Count);
    }

    [Fact]
    public void Retention_begins_weeks_on_monday_also_across_new_year()
    {
        // 2026-12-28 is a Monday; 2027-01-03 the Sunday after.
        RetainedSnapshot[] snapshots =
        [
            At("monday", new(2027, 1, 4, 0, 0, 0, TimeSpan.Zero)), At("sunday", new(2027, 1, 3, 23, 0, 0, TimeSpan.Zero)),
            At("first", new(2026, 12, 28, 1, 0, 0, TimeSpan.Zero)), At("before", new(2026, 12, 27, 23, 0, 0, TimeSpan.Zero)),
        ];
        Assert.Equal(["monday", "sunday", "before"], Kept(Retention.Choose(snapshots, new RetentionPolicy { Weekly = 9 }, Now)));
    }

    [Fact]
    public void Retention_by_age_deletes_whatever_a_rule_would_keep()
    {
        var decisions = Retention.Choose(Every(TimeSpan.FromDays(10), 6), new RetentionPolicy { Last = 100, MaxAge = TimeSpan.FromDays(30) }, Now);
        Assert.Equal(["s0", "s1", "s2", "s3"], Kept(decisions));
        Assert.Equal(["older than 30 days"], decisions[^1].Reasons);
    }

    [Fact]
    public void Retention_by_age_alone_keeps_the_newest_verified_even_when_all_are_too_old()
    {
        RetainedSnapshot[] snapshots =
        [
            At("newest", Now.AddDays(-40)), At("verified", Now.AddDays(-50), SnapshotHealth.Verified), At("older", Now.AddDays(-60), SnapshotHealth.Verified),
        ];
        var decisions = Retention.Choose(snapshots, new RetentionPolicy { MaxAge = TimeSpan.FromDays(30) }, Now);
        Assert.Equal(["verified"], Kept(decisions));
        Assert.Equal(["newest verified"], decisions[1].Reasons);
    }

    [Theory]
    [InlineData(SnapshotHealth.Damaged)]
    [InlineData(SnapshotHealth.Untrusted)]
    public void Retention_lets_a_bad_snapshot_take_no_place(SnapshotHealth bad)
    {
        RetainedSnapshot[] snapshots =
        [
            At("bad1", Now, bad), At("bad2", Now.AddHours(-1), bad), At("good1", Now.AddHours(-2)), At("good2", Now.AddHours(-3)), At("good3", Now.AddHours(-4)),
        ];
        Assert.Equal(["bad1", "bad2", "good1", "good2"], Kept(Retention.Choose(snapshots, new RetentionPolicy { Last = 2 }, Now)));
    }

    [Fact]
    public void Retention_keeps_what_the_store_locks_and_says_until_when()
    {
        RetainedSnapshot[] snapshots = [At("new", Now), At("locked", Now.AddDays(-9)) with { LockedUntil = Now.AddDays(1) }, At("free", Now.AddDays(-9)) with { LockedUntil = Now.AddDays(-1) }];
        var decisions = Retention.Choose(snapshots, new RetentionPolicy { Last = 1 }, Now);
        Assert.Equal(["new", "locked"], Kept(decisions));
        Assert.Equal(["locked until 2026-11-22 12:00:00Z"], decisions.Single(d => d.Snapshot.Id.Value == "locked").Reasons);
    }

    [Fact]
    public void Retention_always_keeps_the_newest_verified_or_else_the_newest() => Check((snapshots, policy) =>
    {
        var decisions = Retention.Choose(snapshots, policy, Now);
        var guarded = decisions.FirstOrDefault(d => d.Snapshot.Health == SnapshotHealth.Verified) ?? (decisions.Count > 0 ? decisions[0] : null);
        return guarded is null or { Keep: true };
    });

    [Fact]
    public void Retention_after_deleting_deletes_nothing_more() => Check((snapshots, policy) =>
    {
        var kept = Retention.Choose(snapshots, policy, Now).Where(d => d.Keep).Select(d => d.Snapshot).ToList();
        return Retention.Choose(kept, policy, Now).All(d => d.Keep);
    });

    [Fact]
    public void Retention_does_not_depend_on_the_order_of_the_list() => Check((snapshots, policy) =>
        Kept(Retention.Choose(snapshots, policy, Now)).SequenceEqual(Kept(Retention.Choose(snapshots.Reverse(), policy, Now))));

    [Fact]
    public void Retention_decides_once_on_each_and_always_says_why() => Check((snapshots, policy) =>
    {
        var decisions = Retention.Choose(snapshots, policy, Now);
        return decisions.Count == snapshots.Length && decisions.All(d => d.Reasons.Count > 0)
            && decisions.Select(d => d.Snapshot.Id).Distinct().Count() == snapshots.Length;
    });

    [Fact]
    public void Retention_of_good_snapshots_is_the_same_whatever_bad_ones_lie_between() => Check((snapshots, policy) =>
    {
        var good = snapshots.Where(s => s.Health is SnapshotHealth.Verified or SnapshotHealth.Unknown).ToArray();
        if (!good.Any(s => s.Health == SnapshotHealth.Verified))
        {
            return true;
        }

        var among = Kept(Retention.Choose(snapshots, policy, Now)).Where(id => good.Any(g => g.Id.Value == id));
        return among.SequenceEqual(Kept(Retention.Choose(good, policy, Now)));
    });

    private static void Check(Func<RetainedSnapshot[], RetentionPolicy, bool> holds)
    {
        var snapshot = from minutes in Gen.Choose(-600, 100_000)
                       from health in Gen.Elements(Enum.GetValues<SnapshotHealth>())
                       select (minutes, health);
        var snapshots = snapshot.ArrayOf().Select(all => all.Select((s, i) => At($"s{i}", Now.AddMinutes(-s.minutes), s.health)).ToArray());
        var count = Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 6).Select(n => (int?)n));
        var policy = from last in count
                     from hourly in count
                     from daily in count
                     from weekly in count
                     from monthly in count
                     from age in count
                     select new RetentionPolicy { Last = last, Hourly = hourly, Daily = daily, Weekly = weekly, Monthly = monthly, MaxAge = age is { } d ? TimeSpan.FromDays(d * 10) : null };
        Prop.ForAll(Gen.Zip(snapshots, policy).ToArbitrary(), pair => holds(pair.Item1, pair.Item2)).QuickCheckThrowOnFailure();
    }

    private static RetainedSnapshot[] Every(TimeSpan interval, int count) => [.. Enumerable.Range(0, count).Select(i => At($"s{i}", Now - (i * interval)))];

    private static RetainedSnapshot At(string id, DateTimeOffset created, SnapshotHealth health = SnapshotHealth.Unknown) => new(SnapshotId.Parse(id), created, health);

    private static List<string> Kept(IEnumerable<RetentionDecision> decisions) => [.. decisions.Where(d => d.Keep).Select(d => d.Snapshot.Id.Value)];
}
