using System.Diagnostics;
using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.LocalCluster;

public sealed class ServersTests(ControlPlane plane)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kubectl_with_the_administrators_kubeconfig_lists_namespaces()
    {
        var kubectl = Programs.Require("kubectl");
        var api = await plane.Api(Ct);
        using var process = Process.Start(new ProcessStartInfo(kubectl.Path, ["--kubeconfig", api.Kubeconfig, "get", "namespaces", "-o", "name"]) { RedirectStandardOutput = true })!;
        Assert.Contains("namespace/default", await process.StandardOutput.ReadToEndAsync(Ct));
    }

    [Fact]
    public async Task Etcd_killed_and_restarted_answers_again()
    {
        using var folder = new ScratchFolder();
        await using var etcd = await EtcdCluster.Start(Programs.Require("etcd"), folder.Path, 3, TimeProvider.System, Ct);
        await etcd.Members[0].Kill();
        Assert.Null(etcd.Members[0].Process);
        await etcd.Members[0].Restart(Ct);
        Assert.False(etcd.Members[0].Process!.HasExited);
    }

    [Fact]
    public async Task S3_server_over_tls_keeps_buckets_as_folders()
    {
        var api = await plane.S3(Ct);
        await api.CreateBucket("servers-test", Ct);
        Assert.True(Directory.Exists(Path.Combine(api.Directory, "servers-test")));
    }
}
