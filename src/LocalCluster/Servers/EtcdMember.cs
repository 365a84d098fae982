using Daytwo.LocalCluster.Pki;
using Daytwo.LocalCluster.Processes;

namespace Daytwo.LocalCluster.Servers;

/// <summary>One etcd process, which can be killed and started again on its data.</summary>
public sealed class EtcdMember : LocalServer
{
    private readonly string program;
    private readonly string authority;
    private readonly KeyPairFiles server;
    private readonly KeyPairFiles client;
    private readonly TimeProvider time;
    private readonly IReadOnlyList<string> extra;
    private string initialCluster = "";

    internal EtcdMember(
        string program, string name, string directory, int clientPort, int peerPort, string authority, KeyPairFiles server, KeyPairFiles client, TimeProvider time, IReadOnlyList<string> extra)
    {
        (this.program, this.authority, this.server, this.client, this.time, this.extra) = (program, authority, server, client, time, extra);
        Name = name;
        Directory = directory;
        ClientUrl = $"https://127.0.0.1:{clientPort}";
        PeerUrl = $"https://127.0.0.1:{peerPort}";
    }

    public string Name { get; }

    /// <summary>The data directory.</summary>
    public string Directory { get; }

    public string ClientUrl { get; }

    public string PeerUrl { get; }

    /// <summary>Starts the member again on the data it has.</summary>
    public override Task Restart(CancellationToken ct) => Start(initialCluster, ct);

    internal async Task Start(string initial, CancellationToken ct)
    {
        initialCluster = initial;
        Process = ChildProcess.Start(program, [.. Arguments(), .. extra], Directory + ".log");
        using var http = LocalHttp.Client(authority, client);
        await Readiness.Await(Process, async t => (await http.GetAsync(new Uri(ClientUrl + "/health"), t)).IsSuccessStatusCode, TimeSpan.FromSeconds(60), time, ct);
    }

    private string[] Arguments() =>
    [
        $"--name={Name}", $"--data-dir={Directory}", "--log-level=warn", "--logger=zap",
        $"--listen-client-urls={ClientUrl}", $"--advertise-client-urls={ClientUrl}",
        $"--listen-peer-urls={PeerUrl}", $"--initial-advertise-peer-urls={PeerUrl}", $"--initial-cluster={initialCluster}",
        "--client-cert-auth", $"--trusted-ca-file={authority}", $"--cert-file={server.Certificate}", $"--key-file={server.Key}",
        "--peer-client-cert-auth", $"--peer-trusted-ca-file={authority}", $"--peer-cert-file={server.Certificate}", $"--peer-key-file={server.Key}",
    ];
}
