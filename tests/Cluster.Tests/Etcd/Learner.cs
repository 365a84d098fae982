using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster.Processes;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Etcd;

/// <summary>A member that follows and does not vote.</summary>
internal static class Learner
{
    /// <summary>Adds one, named <c>learner</c>, to a cluster.</summary>
    /// <param name="folder">The folder of the cluster's certificates.</param>
    public static async Task<(string Url, ChildProcess Process)> Start(EtcdCluster cluster, string folder)
    {
        var ports = FreePort.Take(2);
        var (client, peer) = ($"https://127.0.0.1:{ports[0]}", $"https://127.0.0.1:{ports[1]}");
        await EtcdTools.Ctl(cluster, "member", "add", "learner", "--learner", "--peer-urls=" + peer);
        var (certificate, key) = (Path.Combine(folder, "etcd-server.crt"), Path.Combine(folder, "etcd-server.key"));
        var process = ChildProcess.Start(Programs.Require("etcd").Path,
        [
            "--name=learner", $"--data-dir={Path.Combine(folder, "learner")}", "--initial-cluster-state=existing",
            $"--initial-cluster={cluster.Members[0].Name}={cluster.Members[0].PeerUrl},learner={peer}",
            $"--listen-client-urls={client}", $"--advertise-client-urls={client}", $"--listen-peer-urls={peer}", $"--initial-advertise-peer-urls={peer}",
            "--client-cert-auth", $"--trusted-ca-file={cluster.AuthorityFile}", $"--cert-file={certificate}", $"--key-file={key}",
            "--peer-client-cert-auth", $"--peer-trusted-ca-file={cluster.AuthorityFile}", $"--peer-cert-file={certificate}", $"--peer-key-file={key}",
        ], Path.Combine(folder, "learner.log"));
        return (client, process);
    }
}
