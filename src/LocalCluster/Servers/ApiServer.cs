using System.Security.Cryptography;
using System.Text;
using Daytwo.LocalCluster.Pki;
using Daytwo.LocalCluster.Processes;
using Daytwo.LocalCluster.Programs;

namespace Daytwo.LocalCluster.Servers;

/// <summary>A real kube-apiserver on loopback with RBAC, over an <see cref="EtcdCluster"/>; several can share one etcd and authority.</summary>
public sealed class ApiServer : LocalServer
{
    private readonly string program;
    private readonly IReadOnlyList<string> arguments;
    private readonly KeyPairFiles administrator;
    private readonly TimeProvider time;
    private readonly string logFile;

    private ApiServer(string program, IReadOnlyList<string> arguments, int port, LocalAuthority authority, KeyPairFiles administrator, string directory, TimeProvider time)
    {
        (this.program, this.arguments, this.administrator, this.time) = (program, arguments, administrator, time);
        Authority = authority;
        Url = $"https://127.0.0.1:{port}";
        logFile = Path.Combine(directory, $"kube-apiserver-{port}.log");
        Kubeconfig = Path.Combine(directory, $"admin-{port}.kubeconfig");
        PrivateFile.Write(Kubeconfig, LocalKubeconfig.Text(Url, authority.CertificateFile, administrator));
    }

    /// <summary>The authority that clients trust and that signs their certificates.</summary>
    public LocalAuthority Authority { get; }

    public string Url { get; }

    /// <summary>The path of an administrator's kubeconfig (group system:masters).</summary>
    public string Kubeconfig { get; }

    /// <summary>Starts an apiserver and waits for <c>/readyz</c>.</summary>
    /// <param name="sibling">Another apiserver of the same cluster, whose authority and service-account key it shares.</param>
    public static async Task<ApiServer> Start(
        FoundProgram program, EtcdCluster etcd, string directory, TimeProvider time, CancellationToken ct, ApiServer? sibling = null, params string[] extra)
    {
        var authority = sibling?.Authority ?? new LocalAuthority(directory, "kubernetes-ca", time);
        var port = FreePort.Take();
        var serving = authority.Issue($"apiserver-{port}", "CN=kube-apiserver", null, "kubernetes", "kubernetes.default.svc");
        var administrator = authority.Issue($"admin-{port}", "O=system:masters, CN=admin");
        var serviceAccountKey = Path.Combine(directory, "service-account.key");
        if (!File.Exists(serviceAccountKey))
        {
            using var key = RSA.Create(2048);
            PrivateFile.Write(serviceAccountKey, key.ExportPkcs8PrivateKeyPem());
        }

        string[] arguments =
        [
            $"--etcd-servers={string.Join(',', etcd.Endpoints)}", $"--etcd-cafile={etcd.AuthorityFile}",
            $"--etcd-certfile={etcd.Client.Certificate}", $"--etcd-keyfile={etcd.Client.Key}",
            $"--secure-port={port}", "--bind-address=127.0.0.1", "--advertise-address=127.0.0.1",
            $"--tls-cert-file={serving.Certificate}", $"--tls-private-key-file={serving.Key}", $"--client-ca-file={authority.CertificateFile}",
            "--service-account-issuer=https://kubernetes", $"--service-account-key-file={serviceAccountKey}", $"--service-account-signing-key-file={serviceAccountKey}",
            "--service-cluster-ip-range=10.32.0.0/24", "--authorization-mode=RBAC", "--endpoint-reconciler-type=none", "--allow-privileged=true", .. extra,
        ];
        var server = new ApiServer(program.Path, arguments, port, authority, administrator, directory, time);
        try
        {
            await server.Restart(ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again on the same port and waits until it is ready.</summary>
    public override async Task Restart(CancellationToken ct)
    {
        Process = ChildProcess.Start(program, arguments, logFile);
        using var http = LocalHttp.Client(Authority.CertificateFile, administrator);
        await Readiness.Await(Process, async t => (await http.GetAsync(new Uri(Url + "/readyz"), t)).IsSuccessStatusCode, TimeSpan.FromSeconds(120), time, ct);
    }

    /// <summary>Writes a kubeconfig for another identity, signed by the cluster's authority.</summary>
    /// <param name="user">The user name (CN).</param>
    /// <param name="groups">Groups (O).</param>
    /// <returns>The path of the kubeconfig.</returns>
    public string KubeconfigFor(string user, params ReadOnlySpan<string> groups)
    {
        var subject = new StringBuilder();
        foreach (var group in groups)
        {
            subject.Append("O=\"").Append(group).Append("\", ");
        }

        var pair = Authority.Issue("user-" + user.Replace(':', '-'), subject.Append("CN=\"").Append(user).Append('"').ToString());
        var path = Path.ChangeExtension(pair.Certificate, ".kubeconfig");
        PrivateFile.Write(path, LocalKubeconfig.Text(Url, Authority.CertificateFile, pair));
        return path;
    }
}
