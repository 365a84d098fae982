using System.Text.Json.Nodes;
using Daytwo.LocalCluster;

namespace Daytwo.Cluster.Tests.Cli;

public sealed class EmbeddedCommandTests
{
    private const string Backup = """
        apiVersion: daytwo.dev/v1alpha1
        kind: EtcdBackup
        metadata: {name: nightly}
        spec:
          schedule: "0 3 * * *"
          source: {endpoints: {urls: ["https://10.0.0.10:2379"], clientCertificateSecret: {name: etcd-client}}}
          store: {filesystem: {directory: /var/backups/etcd}}
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kubectl_creates_gets_applies_and_explains_and_status_tells_what_needs_a_person()
    {
        await using var api = await EmbeddedApi.Start(Ct);
        Assert.Contains("this cluster does not know the kind EtcdBackup; install it with 'daytwo crds", (await Status(api)).Refused(3), StringComparison.Ordinal);

        await Install(api);
        var nobody = await Status(api);
        Assert.Equal(1, nobody.Code);
        Assert.Contains("nobody backs up this cluster", nobody.Output, StringComparison.Ordinal);

        Assert.Contains("etcdbackup.daytwo.dev/nightly", (await api.Feed(Backup, "apply", "-f", "-")).Good(), StringComparison.Ordinal);
        Assert.Contains("nightly", (await api.Run("get", "etcdbackups")).Good(), StringComparison.Ordinal);
        Assert.Contains("schedule", (await api.Run("explain", "etcdbackup.spec")).Good(), StringComparison.Ordinal);
        (await api.Run("create", "configmap", "one", "--from-literal=a=b")).Good();
        Assert.Equal("b", (await api.Run("get", "configmap", "one", "-o", "jsonpath={.data.a}")).Good());
        Assert.Equal(1, (await Status(api)).Code);

        await Report(api, ready: "True");
        var good = await Status(api, "-o", "json");
        Assert.True(good.Code == 0 && good.Output.Contains("\"good\": true", StringComparison.Ordinal), good.Output + good.Error);
        await Report(api, ready: "False");
        Assert.Contains("nightly: StoreDenied: no permission", (await Status(api)).Output, StringComparison.Ordinal);
        Assert.Equal(0, await api.Stop());
    }

    [Fact]
    public async Task Link_named_as_a_kubectl_plugin_is_one()
    {
        await using var api = await EmbeddedApi.Start(Ct);
        File.CreateSymbolicLink(Path.Combine(api.Folder, "kubectl-daytwo"), DaytwoProgram.Executable);

        await Install(api);

        Assert.Contains("nobody backs up this cluster", (await api.Run("daytwo", "status")).Output, StringComparison.Ordinal);
        Assert.Contains("kubectl-daytwo", (await api.Run("plugin", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_log_is_for_its_owner_alone_and_read_by_compare_log()
    {
        using var folder = new ScratchFolder();
        var log = Path.Combine(folder.Path, "audit.log");
        await using var api = await EmbeddedApi.Start(Ct, "--audit-log", log);
        (await api.Run("create", "configmap", "one", "--from-literal=a=b")).Good();
        (await api.Run("get", "configmap", "one")).Good();
        (await api.Run("delete", "configmap", "one")).Good();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(log));
        Assert.Equal(["create", "delete"], (await File.ReadAllLinesAsync(log, Ct)).Select(line => (string?)JsonNode.Parse(line)!["verb"]));
        Assert.Equal(2, (int)JsonNode.Parse((await DaytwoProgram.Run("rules", "compare-log", log, "-o", "json")).Good())!["events"]!);
    }

    private static async Task Install(EmbeddedApi api)
    {
        var kinds = (await DaytwoProgram.Run("crds")).Good();
        Assert.Contains("etcdbackups.daytwo.dev serverside-applied", (await api.Feed(kinds, "apply", "--server-side", "-f", "-")).Good(), StringComparison.Ordinal);
        (await api.Run("wait", "--for=condition=Established", "crd/etcdbackups.daytwo.dev", "--timeout=20s")).Good();
    }

    private static Task<ProcessResult> Status(EmbeddedApi api, params string[] words) => DaytwoProgram.Run(["status", "--kubeconfig", api.Kubeconfig, .. words]);

    private static async Task Report(EmbeddedApi api, string ready)
    {
        var condition = $$"""{"type":"Ready","status":"{{ready}}","reason":"StoreDenied","message":"no permission","lastTransitionTime":"2026-01-01T00:00:00Z","observedGeneration":1}""";
        (await api.Run("patch", "etcdbackup", "nightly", "--subresource=status", "--type=merge", "-p", $$$"""{"status":{"conditions":[{{{condition}}}]}}""")).Good();
    }
}
