using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Operator.Admission;

/// <summary>An etcd with one or two apiservers, Daytwo installed, and the operator running with no more rights than config/rbac grants.</summary>
public sealed class RuleScene : IAsyncDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly List<ApiServer> apis = [];
    private EtcdCluster? etcd;
    private RunningOperator? running;

    internal Kubectl Kubectl => new(apis[0]);

    /// <summary>kubectl at the second apiserver.</summary>
    internal Kubectl Second => new(apis[1]);

    public ApiServer SecondServer => apis[1];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task Begin(int apiServers = 1)
    {
        var programs = (Etcd: Programs.Require("etcd"), Api: Programs.Require("kube-apiserver"));
        Programs.Require("kubectl");
        etcd = await EtcdCluster.Start(programs.Etcd, folder.Path, 1, TimeProvider.System, Ct);
        for (var i = 0; i < apiServers; i++)
        {
            apis.Add(await ApiServer.Start(programs.Api, etcd, folder.Path, TimeProvider.System, Ct, apis.FirstOrDefault()));
        }

        await Kubectl.Succeeds("apply", "--server-side", "-k", Repository.Path("config", "default"));
        await Kubectl.Succeeds("wait", "--for=condition=Established", "--timeout=60s", "crd", "-l", "app.kubernetes.io/part-of=daytwo");
        await Apply(ApiServerSlice.Yaml(apiServers));
    }

    public Task StartOperator()
    {
        var kubeconfig = apis[0].KubeconfigFor("system:serviceaccount:daytwo-system:daytwo", "system:serviceaccounts", "system:serviceaccounts:daytwo-system", "system:authenticated");
        running = new RunningOperator(kubeconfig, reach: announced => new Uri(apis[ApiServerSlice.Index(announced)].Url));
        return Task.CompletedTask;
    }

    public async Task StopOperator()
    {
        if (running is not null)
        {
            await running.DisposeAsync();
            running = null;
        }
    }

    public async Task Apply(string yaml)
    {
        var file = Path.Combine(folder.Path, $"{Guid.NewGuid():n}.yaml");
        await File.WriteAllTextAsync(file, yaml, Ct);
        await Kubectl.Succeeds("apply", "-f", file);
    }

    /// <summary>A rule about ConfigMaps.</summary>
    public Task Rule(string name, string spec) => Apply($$"""
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata: {name: {{name}}}
        spec:
          match: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}]}
          {{spec.ReplaceLineEndings("\n  ")}}
        """);

    /// <summary>Waits until the rule is Ready, for the present generation.</summary>
    public Task<string> Ready(string rule) => Kubectl.Succeeds("wait", $"admissionrule/{rule}", "--for=condition=Ready", "--timeout=60s");

    public Task<string> WaitForReason(string rule, string reason) =>
        Kubectl.Succeeds("wait", $"admissionrule/{rule}", $"--for=jsonpath={{.status.conditions[?(@.type==\"Ready\")].reason}}={reason}", "--timeout=60s");

    public async Task<JsonNode> Get(string what) => JsonNode.Parse(await Kubectl.Succeeds("get", what, "-o", "json"))!;

    /// <summary>What comes of creating a ConfigMap by dry run: empty when it passes.</summary>
    internal static async Task<string> Try(Kubectl kubectl, string name = "a") =>
        (await kubectl.Run("create", "configmap", name, "-n", "default", "--dry-run=server")) is { Code: not 0 } refused ? refused.Error.Trim() : "";

    public async ValueTask DisposeAsync()
    {
        await StopOperator();
        foreach (var api in apis)
        {
            await api.DisposeAsync();
        }

        if (etcd is not null)
        {
            await etcd.DisposeAsync();
        }

        folder.Dispose();
    }
}
