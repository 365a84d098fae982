using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Crds.Backups.Status;
using Daytwo.Crds.Snapshots;
using Daytwo.Crds.Writes;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Cluster.Tests.Crds;

/// <summary>The write models agree with the schema: a full status is taken as it is, and shown.</summary>
public sealed class StatusTests(InstalledKinds kinds)
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Full_status_of_a_backup_survives_the_schema_and_shows_in_columns()
    {
        var installation = await kinds.Get();
        Assert.True((await installation.Create(SampleBackup.Scheduled("with-status"), dryRun: false)).Accepted);
        var status = new EtcdBackupStatus
        {
            ObservedGeneration = 1,
            Conditions = [new Condition { Type = ConditionTypes.RpoMet, Status = "True", Reason = "Fresh", Message = "", LastTransitionTime = Noon, ObservedGeneration = 1 }],
            CurrentRun = new CurrentRun { Id = "a", ScheduledTime = Noon, StartedAt = Noon, Attempt = 2, RetryAt = Noon, LastFailureReason = "Denied", Progress = new RunProgress { Step = "Storing", Bytes = 5, TotalBytes = 9, ObservedAt = Noon } },
            LastRun = new LastRun { Id = "b", ScheduledTime = Noon, StartedAt = Noon, CompletedAt = Noon, Attempts = 1, Result = RunResult.Failed, Reason = "Denied", Message = "m" },
            LastSuccess = new LastSuccess { Id = "c", Snapshot = "s", ScheduledTime = Noon, StartedAt = Noon, CompletedAt = Noon, VerifiedAt = Noon, Duration = TimeSpan.FromMilliseconds(12_345), Revision = 4711, TotalKeys = 8, DatabaseBytes = 9, StoredBytes = 3, Member = "m" },
            LastScheduleTime = Noon,
            NextRunTime = Noon,
            ConsecutiveFailures = 1,
            MissedRuns = 2,
            Snapshots = new SnapshotSummary { Count = 3, Verified = 2, Damaged = 1, StoredBytes = 9, Oldest = Noon, Newest = Noon, ObservedAt = Noon },
            Store = "s3://etcd-backups/prod",
        };

        var stored = await Patch(installation, "etcdbackup", "with-status", new JsonObject { ["status"] = JsonSerializer.SerializeToNode(new EtcdBackupWrite { Status = status }, CrdsJson.Default.EtcdBackupWrite)!["status"]!.DeepClone() });

        var read = JsonSerializer.Deserialize(stored, Kinds.EtcdBackups.Json)!.Status;
        Assert.Equal(Json(status), Json(read));
        Assert.Matches(@"with-status\s+\*/15 \* \* \* \*\s+false\s+True\s+.*4711\s+3\s", await installation.Kubectl.Succeeds("get", "eb", "with-status"));
        await installation.Delete("with-status");
    }

    [Fact]
    public async Task Snapshot_is_found_by_its_backup_and_its_identity_may_not_change()
    {
        var installation = await kinds.Get();
        var write = new EtcdSnapshotWrite
        {
            Metadata = new ObjectMetaWrite { Name = "snapshot-1" },
            Spec = new EtcdSnapshotSpec { BackupName = "nightly", Id = "20260301-120000", Store = new StoreLocation { S3 = new S3Location { Bucket = "etcd-backups", Prefix = "prod" } } },
        };
        var file = Path.Combine(Path.GetTempPath(), $"daytwo-{Environment.ProcessId}-snapshot.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(write, CrdsJson.Default.EtcdSnapshotWrite), TestContext.Current.CancellationToken);
        await installation.Kubectl.Succeeds("create", "-f", file);
        File.Delete(file);

        Assert.Contains("snapshot-1", await installation.Kubectl.Succeeds("get", "es", "--field-selector", "spec.backupName=nightly"), StringComparison.Ordinal);
        Assert.DoesNotContain("snapshot-1", await installation.Kubectl.Succeeds("get", "es", "--field-selector", "spec.backupName=other"), StringComparison.Ordinal);
        Assert.Contains("may not change", await installation.Kubectl.Fails("patch", "es", "snapshot-1", "--type=merge", "-p", """{"spec":{"id":"other"}}"""), StringComparison.Ordinal);
    }

    private static Task<string> Patch(Installation installation, string kind, string name, JsonObject patch) =>
        installation.Kubectl.Succeeds("patch", kind, name, "--subresource=status", "--type=merge", "-o", "json", "-p", patch.ToJsonString());

    private static string Json(EtcdBackupStatus status) => JsonSerializer.Serialize(new EtcdBackupWrite { Status = status }, CrdsJson.Default.EtcdBackupWrite);
}
