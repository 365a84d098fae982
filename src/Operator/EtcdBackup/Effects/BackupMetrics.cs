using System.Collections.Concurrent;
using Daytwo.Crds;
using Daytwo.Crds.Backups.Status;
using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Operator.EtcdBackup.Rules;
using Daytwo.Runtime.Metrics;

namespace Daytwo.Operator.EtcdBackup.Effects;

/// <summary>The metrics of EtcdBackups. Times are Unix seconds, so that an alert subtracts them from time().</summary>
internal sealed class BackupMetrics(MetricsRegistry registry, TimeProvider time)
{
    private const string Prefix = "daytwo_etcdbackup_";
    private readonly ConcurrentDictionary<(string Name, string Reason), byte> failures = new();
    private readonly GaugeFamily lastSuccess = registry.Gauge(Prefix + "last_success_timestamp_seconds", "When the newest good backup was completed.", "name");
    private readonly GaugeFamily duration = registry.Gauge(Prefix + "duration_seconds", "How long the last good backup took.", "name");
    private readonly GaugeFamily databaseBytes = registry.Gauge(Prefix + "database_bytes", "Size of the etcd database in the last good backup.", "name");
    private readonly GaugeFamily storedBytes = registry.Gauge(Prefix + "stored_bytes", "Size of the last good backup in its store.", "name");
    private readonly GaugeFamily revision = registry.Gauge(Prefix + "revision", "The etcd revision in the last good backup.", "name");
    private readonly GaugeFamily verifiedAge = registry.Gauge(Prefix + "verified_age_seconds", "Age of the data in the newest verified backup.", "name");
    private readonly GaugeFamily rpoMet = registry.Gauge(Prefix + "rpo_met", "Whether the promised recovery point holds: 1, or 0.", "name");
    private readonly GaugeFamily running = registry.Gauge(Prefix + "running", "Whether a run is under way: 1, or 0.", "name");
    private readonly GaugeFamily stuck = registry.Gauge(Prefix + "attempt_stuck", "Whether an attempt was told to stop and does not: 1, or 0.", "name");
    private readonly CounterFamily failed = registry.Counter(Prefix + "failures_total", "Attempts that failed, by reason.", "name", "reason");

    public void Show(Seen seen)
    {
        var name = seen.Object.Metadata.Name;
        var status = seen.Object.Status;
        running.With(name).Set(status.CurrentRun is null ? 0 : 1);
        stuck.With(name).Set(seen.Run is { IsRunning: true, CancellingFor: { } since } && since >= Waits.Cancellation ? 1 : 0);
        if (status.Conditions.Find(ConditionTypes.RpoMet) is { } promise)
        {
            rpoMet.With(name).Set(promise.Status == "True" ? 1 : 0);
        }

        if (status.LastSuccess is not { } success)
        {
            return;
        }

        lastSuccess.With(name).Set((success.CompletedAt ?? default).ToUnixTimeSeconds());
        duration.With(name).Set(success.Duration?.TotalSeconds ?? 0);
        databaseBytes.With(name).Set(success.DatabaseBytes ?? 0);
        storedBytes.With(name).Set(success.StoredBytes ?? 0);
        revision.With(name).Set(success.Revision ?? 0);
        if (success is { VerifiedAt: not null, StartedAt: { } begun })
        {
            verifiedAge.With(name).ReadFrom(() => (time.GetUtcNow() - begun).TotalSeconds);
        }
    }

    /// <summary>Counts the failure that a written status tells of, if it does.</summary>
    public void Count(string name, EtcdBackupStatus before, EtcdBackupStatus after)
    {
        var retried = after.CurrentRun is { RetryAt: not null } run && before.CurrentRun is { RetryAt: null } ? run.LastFailureReason : null;
        var ended = after.LastRun is { Result: RunResult.Failed } last && last != before.LastRun && before.CurrentRun is { RetryAt: null } ? last.Reason : null;
        if ((retried ?? ended) is { } reason)
        {
            failures[(name, reason)] = 0;
            failed.With(name, reason).Increment();
        }
    }

    public void Forget(string name)
    {
        foreach (var family in (GaugeFamily[])[lastSuccess, duration, databaseBytes, storedBytes, revision, verifiedAge, rpoMet, running, stuck])
        {
            family.Remove(name);
        }

        foreach (var key in failures.Keys.Where(k => k.Name == name))
        {
            failures.TryRemove(key, out _);
            failed.Remove(key.Name, key.Reason);
        }
    }
}
