namespace Daytwo.Cluster.Tests.Operator;

/// <summary>The operator on a real apiserver, etcd and S3 server.</summary>
public sealed class EtcdBackupTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_off_backup_is_stored_verified_and_told()
    {
        await using var scene = await Scene.Start(Ct);
        await using var running = new RunningOperator(scene.Api.Kubeconfig);

        await scene.Backup("once", Ct);
        await scene.Kubectl.Wait("etcdbackup once", "condition=Complete", Ct);

        Assert.Contains(scene.Objects("once"), o => o.EndsWith("manifest.json", StringComparison.Ordinal));
        await scene.Kubectl.Wait("etcdsnapshot --all", "condition=Verified", Ct);
        Assert.NotEqual("", await scene.Kubectl.Get("etcdbackup once", "{.status.lastSuccess.revision}", Ct));
    }
}
