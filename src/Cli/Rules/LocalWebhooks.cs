using System.Text.Json.Nodes;
using Daytwo.Cli.CommandLine;
using Daytwo.Crds;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.LocalCluster.Processes;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cli.Rules;

/// <summary>This program once more, as <c>daytwo webhooks</c>, beside a control plane on this machine.</summary>
internal sealed class LocalWebhooks(LocalControlPlane plane) : IAsyncDisposable
{
    private const string Configurations = "daytwo-webhooks";
    private const string Group = "admissionregistration.k8s.io";

    private readonly int port = FreePort.Take();
    private ChildProcess? process;

    /// <summary>Makes what an installation makes, and starts it; a <see cref="Proof.Sandbox.Canary"/> tells when it serves.</summary>
    public async Task Start(KubernetesClient client, CancellationToken ct)
    {
        await Create(client, Namespace.Resource.Type, Kinds.SecretsNamespace, ct);
        await Create(client, new ResourceType(Group, "v1", "validatingwebhookconfigurations", "ValidatingWebhookConfiguration", Namespaced: false), Configurations, ct);
        await Create(client, new ResourceType(Group, "v1", "mutatingwebhookconfigurations", "MutatingWebhookConfiguration", Namespaced: false), Configurations, ct);
        Restart();
    }

    public void Restart()
    {
        var (program, prefix) = ThisProgram.Command();
        string[] words = [.. prefix, "webhooks", "--kubeconfig", plane.ApiServers[0].Kubeconfig, "--listen", $"127.0.0.1:{port}", "--url", $"https://127.0.0.1:{port}", "--probes", "off"];
        process = ChildProcess.Start(program, words, Path.Combine(plane.Folder, "webhooks.log"));
    }

    /// <summary>The end of what it printed, for an error message.</summary>
    public string LogTail => process?.LogTail() ?? "";

    /// <summary>SIGKILL, as when its machine dies.</summary>
    public async Task Kill()
    {
        if (process is not null)
        {
            await process.Kill();
            await process.DisposeAsync();
            process = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }
    }

    private static async Task Create(KubernetesClient client, ResourceType type, string name, CancellationToken ct) =>
        (await client.Create(DynamicObject.Resource(type), null, new JsonObject { ["metadata"] = new JsonObject { ["name"] = name } }, KubernetesJson.Default.JsonObject, ct)).Required();
}
