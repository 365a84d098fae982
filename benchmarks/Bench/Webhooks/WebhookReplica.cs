using Daytwo.Bench.Compare;
using Daytwo.LocalCluster.Processes;

namespace Daytwo.Bench.Webhooks;

/// <summary>Our published webhook server in front of an API with rules in it.</summary>
internal sealed class WebhookReplica : IAsyncDisposable
{
    private readonly ChildProcess process;

    private WebhookReplica(ChildProcess process, string address) => (this.process, Address) = (process, address);

    public string Address { get; }

    public int Id => process.Id;

    /// <summary>Installs kinds and rules, starts a replica, and waits until it is ready.</summary>
    public static async Task<WebhookReplica> Start(Setting setting, string kubeconfig, string rules, string folder, CancellationToken ct)
    {
        var kubectl = new KubectlTool(setting, kubeconfig, folder);
        await kubectl.Apply(await Output.Of(setting.Daytwo, ["crds"], "", ct), ct);
        await kubectl.Run(["wait", "--for=condition=Established", "crd/admissionrules.daytwo.dev", "crd/ruleexceptions.daytwo.dev"], ct);
        await kubectl.Run(["create", "namespace", "daytwo-system"], ct);
        using var configurations = new StreamReader(typeof(WebhookReplica).Assembly.GetManifestResourceStream("webhook-configurations.yaml")!);
        await kubectl.Apply(await configurations.ReadToEndAsync(ct), ct);
        await kubectl.Apply(rules, ct);
        var ports = FreePort.Take(2);
        var address = $"https://127.0.0.1:{ports[0]}";
        string[] words = ["webhooks", "--kubeconfig", kubeconfig, "--listen", $"127.0.0.1:{ports[0]}", "--probes", $"127.0.0.1:{ports[1]}", "--url", address];
        var replica = new WebhookReplica(ChildProcess.Start(setting.Daytwo, words, Path.Combine(folder, $"webhooks-{ports[0]}.log")), address);
        await replica.Ready(new Uri($"http://127.0.0.1:{ports[1]}/readyz"), ct);
        return replica;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private async Task Ready(Uri probe, CancellationToken ct)
    {
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                using var response = await client.GetAsync(probe, ct);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                // It does not listen yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, ct);
        }

        throw new InvalidOperationException($"daytwo webhooks did not become ready: {process.LogTail()}");
    }
}
