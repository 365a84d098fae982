using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Webhooks;

/// <summary>A control plane of its own with Daytwo and its webhooks installed, but for pods, and an address for replicas. Configurations concern a whole cluster, so tests take turns.</summary>
internal sealed class WebhookScene : IAsyncDisposable
{
    private readonly ScratchFolder folder;
    private readonly EtcdCluster etcd;

    private WebhookScene(EtcdCluster etcd, ApiServer api, ScratchFolder folder)
    {
        (this.etcd, Api, this.folder) = (etcd, api, folder);
        Kubectl = new Kubectl(api);
    }

    public ApiServer Api { get; }

    public Kubectl Kubectl { get; }

    public Balancer Balancer { get; } = new();

    /// <summary>What the apiserver logs of every request, when it was asked to.</summary>
    public string AuditLog => Path.Combine(folder.Path, "audit.log");

    public static async Task<WebhookScene> Start(CancellationToken ct, bool audited = false)
    {
        var folder = new ScratchFolder();
        Programs.Require("kubectl");
        var (etcdProgram, apiProgram) = (Programs.Require("etcd"), Programs.Require("kube-apiserver"));
        var etcd = await EtcdCluster.Start(etcdProgram, folder.Path, 1, TimeProvider.System, ct);
        var scene = new WebhookScene(etcd, await ApiServer.Start(apiProgram, etcd, folder.Path, TimeProvider.System, ct, null, audited ? await Audited(folder.Path) : []), folder);
        try
        {
            await scene.Install();
            return scene;
        }
        catch
        {
            await scene.DisposeAsync();
            throw;
        }
    }

    private static async Task<string[]> Audited(string folder)
    {
        var policy = Path.Combine(folder, "audit-policy.yaml");
        await File.WriteAllTextAsync(policy, "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{level: Metadata}]\n");
        return [$"--audit-policy-file={policy}", $"--audit-log-path={Path.Combine(folder, "audit.log")}"];
    }

    private async Task Install()
    {
        await Kubectl.Succeeds("apply", "--server-side", "-k", Repository.Path("config", "default"));
        await Kubectl.Succeeds("apply", "--server-side", "-k", Repository.Path("config", "webhooks"));
        await Kubectl.Succeeds("wait", "--for=condition=Established", "crd", "-l", "app.kubernetes.io/part-of=daytwo", "--timeout=60s");
        foreach (var ns in new[] { "default", "kube-system", "daytwo-system" })
        {
            await Kubectl.Succeeds("create", "serviceaccount", "default", "-n", ns);
        }
    }

    public async Task Apply(string yaml)
    {
        var file = Path.Combine(folder.Path, "applied.yaml");
        await File.WriteAllTextAsync(file, yaml);
        await Kubectl.Succeeds("apply", "-f", file);
    }

    /// <summary>Pretends to create a pod.</summary>
    public Task<(int Code, string Output, string Error)> Pod(string image, string ns = "default", params string[] more) =>
        Kubectl.Run(["run", "web", "--image", image, "-n", ns, "--dry-run=server", "-o", "json", .. more]);

    /// <summary>Pretends to create a pod until that comes to what is expected.</summary>
    public Task<(int Code, string Output, string Error)> PodUntil(Func<(int Code, string Output, string Error), bool> expected, string image, string ns = "default") =>
        Eventually.Get(() => Pod(image, ns), expected, answer => $"{answer}");

    /// <summary>The entries of a configuration that serve rules: all but the canary.</summary>
    public async Task<IReadOnlyList<JsonNode>> Entries(string kind)
    {
        var all = (JsonNode.Parse(await Kubectl.Succeeds("get", kind, "daytwo-webhooks", "-o", "json"))!["webhooks"] as JsonArray ?? []).Select(entry => entry!).ToList();
        var rules = all.Where(entry => !((string)entry["name"]!).Contains("-canary.", StringComparison.Ordinal)).ToList();
        Assert.Equal(rules.Count == 0 ? 0 : rules.Count + 1, all.Count);
        return rules;
    }

    /// <summary>How many authorities an entry trusts, and their text.</summary>
    public static (int Count, string Pem) Bundle(JsonNode entry)
    {
        var pem = Encoding.ASCII.GetString(Convert.FromBase64String((string)entry["clientConfig"]!["caBundle"]!));
        return (pem.Split("BEGIN CERTIFICATE").Length - 1, pem);
    }

    public async ValueTask DisposeAsync()
    {
        await Balancer.DisposeAsync();
        await Api.DisposeAsync();
        await etcd.DisposeAsync();
        folder.Dispose();
    }
}
