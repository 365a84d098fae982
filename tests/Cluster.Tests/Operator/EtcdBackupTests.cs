using Daytwo.LocalCluster.Processes;

namespace Daytwo.Cluster.Tests.Operator;

/// <summary>The operator, with the rights it is installed with, on a real apiserver, three etcd members and an S3 server with TLS.</summary>
public sealed class EtcdBackupTests(Scene scene) : IClassFixture<Scene>, IAsyncLifetime
{
    public ValueTask InitializeAsync() => scene.Begin();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task One_off_backup_is_stored_verified_and_told()
    {
        await using var running = new RunningOperator(scene.OperatorKubeconfig);

        await scene.Backup("once");
        await scene.Wait("etcdbackup/once", "condition=Complete");

        Assert.Contains(scene.Objects("once"), o => o.EndsWith("manifest.json", StringComparison.Ordinal));
        var snapshot = await scene.Get("etcdbackup/once", "{.status.lastSuccess.snapshot}");
        await scene.Wait($"etcdsnapshot/{snapshot}", "condition=Verified");
        Assert.Equal(await scene.Get("etcdbackup/once", "{.status.lastSuccess.revision}"), await scene.Get($"etcdsnapshot/{snapshot}", "{.status.revision}"));
        Assert.Contains("BackupSucceeded", await scene.Kubectl.Succeeds("describe", "etcdbackup", "once"));
        Assert.Contains("daytwo_etcdbackup_last_success_timestamp_seconds{name=\"once\"}", running.Metrics.ToText());
    }

    [Fact]
    public async Task Scheduled_backups_run_are_pruned_and_mirrored()
    {
        var clock = ShiftedTime.BeforeTheMinute(TimeSpan.FromSeconds(5));
        await scene.Backup("minutely", """
            schedule: "* * * * *"
            retention: {keepLast: 1}
            """);
        await using (var running = new RunningOperator(scene.OperatorKubeconfig, time: clock))
        {
            await scene.Wait("etcdbackup/minutely", "jsonpath={.status.snapshots.verified}=1");
        }

        var first = await scene.Get("etcdbackup/minutely", "{.status.lastSuccess.id}");
        await using (var running = new RunningOperator(scene.OperatorKubeconfig, time: new ShiftedTime(TimeSpan.FromMinutes(5))))
        {
            await scene.Wait($"etcdsnapshot/{first}", "delete");
        }

        Assert.DoesNotContain(scene.Objects("minutely"), o => o.Contains(first, StringComparison.Ordinal));
        Assert.Single(scene.Objects("minutely"), o => o.EndsWith("manifest.json", StringComparison.Ordinal));
        Assert.Equal("True", await scene.Get("etcdbackup/minutely", "{.status.conditions[?(@.type==\"RPOMet\")].status}"));
    }

    [Fact]
    public async Task Suspended_backup_does_not_run()
    {
        await scene.Backup("asleep", """
            schedule: "* * * * *"
            suspend: true
            """);
        await using var running = new RunningOperator(scene.OperatorKubeconfig, time: new ShiftedTime(TimeSpan.FromMinutes(10)));
        await scene.Wait("etcdbackup/asleep", "jsonpath={.status.conditions[?(@.type==\"Ready\")].reason}=Suspended");
        Assert.Empty(await scene.Get("etcdbackup/asleep", "{.status.currentRun}{.status.lastRun}"));

        await scene.Kubectl.Succeeds("patch", "etcdbackup", "asleep", "--type=merge", "-p", """{"spec":{"suspend":false}}""");
        await scene.Wait("etcdbackup/asleep", "jsonpath={.status.lastRun.result}=Succeeded");
    }

    [Fact]
    public async Task Schedule_that_never_fires_is_told_and_runs_once_it_is_corrected()
    {
        await using var running = new RunningOperator(scene.OperatorKubeconfig, time: ShiftedTime.BeforeTheMinute(TimeSpan.FromSeconds(10)));
        await scene.Backup("never", "schedule: \"0 0 30 2 *\"");
        await scene.WaitForReason("never", "ScheduleNeverFires");
        await scene.Wait("etcdbackup/never", "condition=Stalled");
        Assert.Contains("change its day or month field", await scene.Get("etcdbackup/never", "{.status.conditions[?(@.type==\"Ready\")].message}"), StringComparison.Ordinal);

        await scene.Kubectl.Succeeds("patch", "etcdbackup", "never", "--type=merge", "-p", """{"spec":{"schedule":"* * * * *"}}""");
        await scene.Wait("etcdbackup/never", "jsonpath={.status.lastRun.result}=Succeeded");
        await scene.Kubectl.Succeeds("delete", "etcdbackup", "never");
    }

    [Fact]
    public async Task Deleted_snapshot_object_is_made_again_from_the_store()
    {
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("mirrored");
        await scene.Wait("etcdbackup/mirrored", "jsonpath={.status.snapshots.count}=1");
        var snapshot = await scene.Get("etcdbackup/mirrored", "{.status.lastSuccess.snapshot}");
        var before = await scene.Get($"etcdsnapshot/{snapshot}", "{.metadata.uid}");

        await scene.Kubectl.Succeeds("delete", "etcdsnapshot", snapshot);
        await scene.Wait($"etcdsnapshot/{snapshot}", "condition=Verified");

        Assert.NotEqual(before, await scene.Get($"etcdsnapshot/{snapshot}", "{.metadata.uid}"));
    }

    [Theory]
    [InlineData("Delete", 0)]
    [InlineData("Retain", 2)]
    public async Task Deletion_policy_decides_about_the_copies(string policy, int objectsLeft)
    {
        var name = policy.ToLowerInvariant();
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup(name, $"deletionPolicy: {policy}");
        await scene.Wait($"etcdbackup/{name}", "condition=Complete");

        await scene.Kubectl.Succeeds("delete", "etcdbackup", name, "--timeout=60s");

        Assert.Equal(objectsLeft, scene.Objects(name).Count);
    }

    [Fact]
    public async Task Secret_that_comes_later_is_waited_for()
    {
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("early", credentials: "later");
        await scene.WaitForReason("early", "SecretMissing");
        await scene.Secret("later", ("AWS_ACCESS_KEY_ID", scene.S3.AccessKey), ("AWS_SECRET_ACCESS_KEY", scene.S3.Secret));
        await scene.Wait("etcdbackup/early", "condition=Complete");
    }

    [Fact]
    public async Task What_is_wrong_is_named()
    {
        await scene.Secret("s3-wrong", ("AWS_ACCESS_KEY_ID", scene.S3.AccessKey), ("AWS_SECRET_ACCESS_KEY", "wrong"));
        await scene.Secret("ca-wrong", ("ca.crt", await File.ReadAllTextAsync(scene.Etcd.AuthorityFile, TestContext.Current.CancellationToken)));
        await scene.Backup("no-etcd", urls: $"https://127.0.0.1:{FreePort.Take()}");
        await scene.Backup("no-store", endpoint: $"https://127.0.0.1:{FreePort.Take()}");
        await scene.Backup("no-bucket", bucket: "elsewhere");
        await scene.Backup("no-trust", authority: "ca-wrong");
        await scene.Backup("no-credentials", credentials: "s3-wrong");
        await using var running = new RunningOperator(scene.OperatorKubeconfig);

        await scene.WaitForReason("no-etcd", "EtcdUnreachable");
        await scene.WaitForReason("no-store", "StoreUnreachable");
        await scene.WaitForReason("no-bucket", "BucketMissing");
        await scene.WaitForReason("no-trust", "StoreCertificateUntrusted");
        await scene.WaitForReason("no-credentials", "CredentialsInvalid");
        Assert.Contains("failures_total{name=\"no-etcd\",reason=\"EtcdUnreachable\"}", running.Metrics.ToText());
        await scene.Kubectl.Succeeds("delete", "etcdbackup", "no-etcd", "no-store", "no-bucket", "no-trust", "no-credentials");
    }

    [Fact]
    public async Task Two_operators_never_run_one_backup_twice()
    {
        await using var second = new RunningOperator(scene.OperatorKubeconfig, "operator-2");
        await using (var first = new RunningOperator(scene.OperatorKubeconfig))
        {
            await scene.Backup("shared");
            await scene.Wait("etcdbackup/shared", "condition=Complete");
        }

        await scene.Backup("after");
        await scene.Wait("etcdbackup/after", "condition=Complete");
        Assert.Single(scene.Objects("shared"), o => o.EndsWith("manifest.json", StringComparison.Ordinal));
        Assert.Equal(2, scene.Objects("shared").Count);
        Assert.Equal("1", await scene.Get("etcdbackup/shared", "{.status.lastRun.attempts}"));
    }
}
