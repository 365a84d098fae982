using Daytwo.Bench.Webhooks;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Bench.Compare;

/// <summary>What admission costs the API's client: pods by dry run through a kube-apiserver that calls the webhooks.</summary>
internal sealed class AdmissionComparison : IComparison
{
    private const int Alone = 1_000;
    private const int Together = 3_000;

    public static string Name => "admission";

    public static string Description => "pods through kube-apiserver with a mutating and a validating webhook: latency that clients see";

    public static async Task<IReadOnlyList<Figure>> Run(Setting setting, CancellationToken ct)
    {
        using var folder = new ScratchFolder();
        await using var etcd = await EtcdCluster.Start(setting.Require("etcd"), folder.Path, 1, TimeProvider.System, ct);
        // Two APIs that share nothing but etcd's process, so that both sides run in turn without a change of configuration.
        await using var ours = await ApiServer.Start(setting.Require("kube-apiserver"), etcd, folder.Path, TimeProvider.System, ct);
        await using var theirs = await ApiServer.Start(setting.Require("kube-apiserver"), etcd, folder.Path, TimeProvider.System, ct, ours, "--etcd-prefix=/twin");
        foreach (var api in new[] { ours, theirs })
        {
            await new KubectlTool(setting, api.Kubeconfig, folder.Path).Run(["create", "serviceaccount", "default", "-n", "default"], ct);
        }

        await using var replica = await WebhookReplica.Start(setting, ours.Kubeconfig, BenchRules.AsTheTwin, folder.Path, ct);
        await using var twin = await TwinWebhook.Start(setting, theirs.Kubeconfig, folder.Path, ct);
        await new KubectlTool(setting, theirs.Kubeconfig, folder.Path).Apply(TwinConfigurations(twin), ct);
        var (our, their) = (new List<(LoadResult Alone, LoadResult Together)>(), new List<(LoadResult Alone, LoadResult Together)>());
        for (var run = 0; run < setting.Runs; run++)
        {
            their.Add((await Admit(setting, theirs, Alone, 1, ct), await Admit(setting, theirs, Together, 20, ct)));
            our.Add((await Admit(setting, ours, Alone, 1, ct), await Admit(setting, ours, Together, 20, ct)));
            setting.Say($"run {run + 1} of {setting.Runs}: ours {our[^1]}, twin {their[^1]}");
        }

        return
        [
            new("admission.p50", "ms", [.. our.Select(r => r.Alone.P50)], [.. their.Select(r => r.Alone.P50)], 1.0),
            new("admission.p99", "ms", [.. our.Select(r => r.Alone.P99)], [.. their.Select(r => r.Alone.P99)], 1.0),
            new("admission.p50-20", "ms", [.. our.Select(r => r.Together.P50)], [.. their.Select(r => r.Together.P50)], 1.0),
            new("admission.p99-20", "ms", [.. our.Select(r => r.Together.P99)], [.. their.Select(r => r.Together.P99)], 1.0),
        ];
    }

    private static async Task<LoadResult> Admit(Setting setting, ApiServer api, int count, int concurrency, CancellationToken ct) =>
        LoadResult.Parse(await Output.Of(setting.Require("twin").Path, ["admit", "--kubeconfig", api.Kubeconfig, "--n", $"{count}", "--c", $"{concurrency}"], "", ct));

    private static string TwinConfigurations(TwinWebhook twin) => string.Join("\n---\n", Configuration(twin, "Mutating", "mutate"), Configuration(twin, "Validating", "validate"));

    private static string Configuration(TwinWebhook twin, string kind, string path) => $$"""
        apiVersion: admissionregistration.k8s.io/v1
        kind: {{kind}}WebhookConfiguration
        metadata: {name: twin}
        webhooks:
        - name: {{path}}.twin.dev
          clientConfig:
            url: {{twin.Address}}/{{path}}
            caBundle: {{Convert.ToBase64String(File.ReadAllBytes(twin.AuthorityFile))}}
          rules:
          - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
          failurePolicy: Fail
          sideEffects: None
          admissionReviewVersions: [v1]
          timeoutSeconds: 5
        """;
}
