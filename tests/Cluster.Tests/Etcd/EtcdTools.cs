using System.Diagnostics;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Etcd;
using Daytwo.Etcd.Tls;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Etcd;

/// <summary>etcd's own command-line programs, and clients of ours for the same cluster.</summary>
internal static class EtcdTools
{
    public static EtcdClient Client(EtcdCluster cluster, EtcdTls tls) =>
        new(new EtcdClientOptions { Endpoints = [.. cluster.Endpoints.Select(e => new Uri(e))], Tls = tls });

    public static EtcdTls Tls(EtcdCluster cluster) =>
        EtcdTls.FromFiles(cluster.AuthorityFile, cluster.Client.Certificate, cluster.Client.Key);

    /// <summary>Runs etcdctl on the cluster's first member.</summary>
    public static async Task<string> Ctl(EtcdCluster cluster, params string[] arguments)
    {
        var (code, output) = await Run(Programs.Require("etcdctl").Path,
        [
            "--endpoints", cluster.Endpoints[0], "--cacert", cluster.AuthorityFile,
            "--cert", cluster.Client.Certificate, "--key", cluster.Client.Key, .. arguments,
        ]);
        Assert.True(code == 0, $"etcdctl {string.Join(' ', arguments)}: {output}");
        return output;
    }

    /// <summary>Runs etcdutl of etcd 3.6; gives its exit code and what it printed.</summary>
    public static Task<(int Code, string Output)> Utl(params string[] arguments) => Run(Programs.Require("etcdutl").Path, arguments);

    private static async Task<(int Code, string Output)> Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? await output : await output + await errors);
    }
}
