using Daytwo.Cluster.Tests.Cli;
using Daytwo.Cluster.Tests.Operator;

namespace Daytwo.Cluster.Tests.Faults;

/// <summary>Bytes that change or go missing on the way to the store or in it: found, named, and no obstacle to the next run.</summary>
[Collection(StoreFaultCollection.Name)]
public sealed class StoreDamageTests(FaultScene faults) : IAsyncLifetime
{
    private readonly Scene scene = faults.Scene;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => faults.Begin();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Byte_changed_on_the_way_is_found_before_anything_is_listed()
    {
        await using var proxy = await faults.StoreProxy();
        proxy.Disturb = request => request.SendsData() ? new Fault.FlipSent(Position: 1_234_567) : null;
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("changed-on-the-way", endpoint: proxy.Url);
        await faults.Fails("changed-on-the-way", "VerificationFailed", "is not what was sent", "check that store");
        Assert.Empty(scene.Objects("changed-on-the-way"));

        proxy.Heal();
        await faults.Heals("changed-on-the-way");
    }

    [Fact]
    public async Task Byte_changed_on_the_way_back_is_found()
    {
        await using var proxy = await faults.StoreProxy();
        proxy.Disturb = request => request.ReadsData() ? new Fault.FlipReceived(Position: 5_000_000) : null;
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("changed-on-the-way-back", endpoint: proxy.Url);
        await faults.Fails("changed-on-the-way-back", "VerificationFailed", "check that store");

        proxy.Heal();
        await faults.Heals("changed-on-the-way-back");
    }

    [Theory]
    [InlineData("cut", "bytes instead of")]
    [InlineData("gone", "is gone")]
    [InlineData("flipped", "was changed")]
    public async Task Copy_damaged_in_the_store_is_told_and_the_next_run_replaces_it(string damage, string told)
    {
        var name = "copy-" + damage;
        await scene.Backup(name, "schedule: \"* * * * *\"");
        await using (new RunningOperator(scene.OperatorKubeconfig, time: ShiftedTime.BeforeTheMinute(TimeSpan.FromSeconds(2))))
        {
            await scene.Wait($"etcdbackup/{name}", "jsonpath={.status.snapshots.verified}=1");
            await scene.Kubectl.Succeeds("patch", "etcdbackup", name, "--type=merge", "-p", """{"spec":{"suspend":true}}""");
            await scene.Wait($"etcdbackup/{name}", "jsonpath={.status.conditions[?(@.type==\"Ready\")].reason}=Suspended");
        }

        var id = await scene.Get($"etcdbackup/{name}", "{.status.lastSuccess.id}");
        await Damage(name, damage);
        await using var running = new RunningOperator(scene.OperatorKubeconfig, time: new ShiftedTime(TimeSpan.FromMinutes(5)));
        await scene.Wait($"etcdsnapshot/{id}", "condition=Verified=false");
        Assert.Equal("Damaged", (await faults.Conditions(id, "etcdsnapshot"))["Verified"].Reason);
        await faults.Happened(name, "Warning SnapshotsUnreadable", id);
        await faults.Happened(name, "Warning SnapshotsUnreadable", told);
        var degraded = (await faults.Conditions(name))["Degraded"];
        Assert.Equal(("True", "SnapshotsUnreadable"), (degraded.Status, degraded.Reason));
        Assert.Contains("the next run makes a new copy", degraded.Message, StringComparison.Ordinal);

        await scene.Kubectl.Succeeds("patch", "etcdbackup", name, "--type=merge", "-p", """{"spec":{"suspend":false}}""");
        await scene.Wait($"etcdbackup/{name}", "jsonpath={.status.snapshots.verified}=1");
        Assert.Equal("True", (await faults.Conditions(name))["RPOMet"].Status);
        Assert.Equal("True", (await faults.Conditions(name))["Ready"].Status);
        await scene.Kubectl.Succeeds("delete", "etcdbackup", name);
    }

    private async Task Damage(string name, string how)
    {
        var file = Path.Combine(scene.S3.Directory, Scene.Bucket, name, Assert.Single(scene.Objects(name), o => o.Contains(".db", StringComparison.Ordinal)));
        switch (how)
        {
            case "gone":
                File.Delete(file);
                break;
            case "cut":
                await using (var data = File.Open(file, FileMode.Open))
                {
                    data.SetLength(data.Length - 1);
                }

                break;
            default:
                var bytes = await File.ReadAllBytesAsync(file, Ct);
                bytes[bytes.Length / 2] ^= 1;
                await File.WriteAllBytesAsync(file, bytes, Ct);
                await FindByVerification(name);
                break;
        }
    }

    /// <summary>As an administrator's cron job does, whose note in the store the operator reads.</summary>
    private async Task FindByVerification(string name)
    {
        var key = Path.Combine(scene.Folder, name + ".key");
        await File.WriteAllTextAsync(key, scene.EncryptionKeyText, Ct);
        var environment = new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = scene.S3.AccessKey, ["AWS_SECRET_ACCESS_KEY"] = scene.S3.Secret };
        var verified = await DaytwoProgram.Run(environment,
            "backup", "verify", "--to", $"s3://{Scene.Bucket}/{name}", "--s3-endpoint", scene.S3.Url, "--s3-path-style", "--s3-ca", scene.StoreAuthority.CertificateFile, "--encryption-key", key);
        Assert.Equal(4, verified.Code);
    }
}
