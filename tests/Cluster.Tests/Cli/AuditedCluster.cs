using System.Globalization;
using System.Text;
using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Cli;

/// <summary>An apiserver with more objects than fit one page.</summary>
public sealed class AuditedCluster : IAsyncDisposable
{
    public const int Small = 450;
    public const int Large = 150;

    private readonly ScratchFolder folder = new();
    private EtcdCluster? etcd;

    public ApiServer Api { get; private set; } = null!;

    public string Folder => folder.Path;

    /// <summary>Starts it for the first test. Asked by the test, which is skipped where programs are missing; a fixture would fail.</summary>
    public async ValueTask Begin()
    {
        if (Api is not null)
        {
            return;
        }

        var ct = TestContext.Current.CancellationToken;
        Programs.Require("kubectl");
        var (etcdProgram, apiProgram) = (Programs.Require("etcd"), Programs.Require("kube-apiserver"));
        etcd = await EtcdCluster.Start(etcdProgram, folder.Path, 1, TimeProvider.System, ct);
        Api = await ApiServer.Start(apiProgram, etcd, folder.Path, TimeProvider.System, ct);
        var objects = new StringBuilder("""
            apiVersion: v1
            kind: Namespace
            metadata: {name: audited, labels: {audit: "yes"}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: not-audited}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: large, namespace: not-audited}
            data: {a: "1", b: "2"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: old-one, namespace: audited}
            data: {a: "1", b: "2"}

            """);
        for (var i = 0; i < Small + Large; i++)
        {
            objects.Append(CultureInfo.InvariantCulture, $"---\napiVersion: v1\nkind: ConfigMap\nmetadata: {{name: m-{i:0000}, namespace: audited}}\ndata: {{a: \"1\"{(i < Large ? ", b: \"2\"" : "")}}}\n");
        }

        var file = Path.Combine(folder.Path, "objects.yaml");
        await File.WriteAllTextAsync(file, objects.ToString(), ct);
        await new Kubectl(Api).Succeeds("create", "-f", file);
    }

    public async ValueTask DisposeAsync()
    {
        if (Api is not null)
        {
            await Api.DisposeAsync();
        }

        if (etcd is not null)
        {
            await etcd.DisposeAsync();
        }

        folder.Dispose();
    }
}
