
using Daytwo.Backup;
using Daytwo.Backup.Pruning;
using Daytwo.Crds;
using Daytwo.Crds.Backups;
using Daytwo.Operator.EtcdBackup.Effects;
using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Operator.Scheduling;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>
/// Deletes the copies that retention gives up: only this object's own, only between runs, only while the last run went well (what is
/// not replaced is not thrown away), and only while our clock can be believed.
/// </summary>
internal static class PruneRules
{
    public static void Apply(Draft draft, IReadOnlyList<StoredSnapshot> visible)
    {
        if (draft.Seen.Object.Spec.Retention is not { } retention || !draft.IsFree || draft.Status.CurrentRun is not null
            || draft.Status.LastSuccess is null || draft.Status.ConsecutiveFailures is > 0)
        {
            return;
        }

        if (SkewedAgainst(draft.Seen.Snapshots, draft.Now) is { } skewed)
        {
            draft.SetCondition(ConditionTypes.Degraded, true, Reasons.ClockSkewed,
                $"Nothing is pruned: {skewed} was taken later by the operator's clock than the API recorded it; set the clocks right");
            return;
        }

        var own = visible.Where(s => s.OwnerName == draft.Meta.Name && !IsToCome(s.CreatedAt, draft.Now)).ToDictionary(s => s.Id, StringComparer.Ordinal);
        var given = Retention.Choose(own.Values.Select(ForRetention), Policy(retention, draft.Seen.Object.Spec.TimeZone), draft.Now)
            .Where(d => !d.Keep).Select(d => own[d.Snapshot.Id.Value]).ToArray();
        if (given.Length > 0)
        {
            draft.Do(new Effect.DeleteStored(given));
            draft.Tell(Actions.Prune, Reasons.Pruned, $"Retention deletes {given.Length} of {own.Count} copies: {Names(given)}");
        }
    }

    /// <summary>The API's clock stamps each EtcdSnapshot; a copy cannot have been begun after its stamp.</summary>
    private static string? SkewedAgainst(IReadOnlyList<EtcdSnapshot> mirrors, DateTimeOffset now) =>
        mirrors.FirstOrDefault(m => m.Status.CreatedAt is { } taken && !IsToCome(taken, now)
            && m.Metadata.CreationTimestamp is { } stamped && taken - stamped > Waits.BelievableSkew)?.Metadata.Name;

    /// <summary>A copy from a clock that was ahead neither goes nor takes another's place until its time has come.</summary>
    private static bool IsToCome(DateTimeOffset taken, DateTimeOffset now) => taken - now > Waits.BelievableSkew;

    private static RetainedSnapshot ForRetention(StoredSnapshot s) => new(SnapshotId.Parse(s.Id), s.CreatedAt, s.Health, s.LockedUntil);

    private static RetentionPolicy Policy(RetentionSpec spec, string? zone) => new()
    {
        Last = spec.KeepLast,
        Hourly = spec.KeepHourly,
        Daily = spec.KeepDaily,
        Weekly = spec.KeepWeekly,
        Monthly = spec.KeepMonthly,
        MaxAge = spec.MaxAge,
        TimeZone = TimeZones.TryFind(zone, out var found, out _) ? found : TimeZoneInfo.Utc,
    };

    private static string Names(StoredSnapshot[] copies) =>
        string.Join(", ", copies.Take(5).Select(c => c.Id)) + (copies.Length > 5 ? ", …" : "");
}
