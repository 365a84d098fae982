using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Manifests;
using Daytwo.LocalCluster.Processes;

namespace Daytwo.Cli.Operation;

/// <summary>This program once more, as a replica of <c>daytwo webhooks</c>, beside apiservers on this machine.</summary>
/// <param name="kubeconfig">Of the apiserver it speaks to.</param>
/// <param name="folder">Where its log goes.</param>
internal sealed class LocalWebhooks(string kubeconfig, string folder) : IAsyncDisposable
{
    private const string Namespace = """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"daytwo-system"}}""";

    /// <summary>The running replica; null while there is none.</summary>
    public ChildProcess? Process { get; private set; }

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port { get; } = FreePort.Take();

    /// <summary>Where apiservers call it: its own port, unless something is put in between before it starts.</summary>
    public int CalledAt { get => field == 0 ? Port : field; set; }

    /// <summary>The end of what it printed, for an error message.</summary>
    public string LogTail => Process?.LogTail() ?? "";

    /// <summary>Makes what an installation makes: the namespace, and the configurations whose entries replicas fill in.</summary>
    public static async Task Install(ManifestApplier applier, CancellationToken ct)
    {
        using var reader = new StreamReader(typeof(LocalWebhooks).Assembly.GetManifestResourceStream("webhook-configurations.yaml")!);
        await applier.Apply($"{Namespace}\n---\n{await reader.ReadToEndAsync(ct)}", "the webhook configurations", ct);
    }

    /// <summary>Starts it; it serves once apiservers trust its certificate, some seconds later.</summary>
    public ChildProcess Start() => Process = ThisProgram.Start(
        Path.Combine(folder, "webhooks.log"),
        "webhooks", "--kubeconfig", kubeconfig, "--listen", $"127.0.0.1:{Port}", "--url", $"https://127.0.0.1:{CalledAt}", "--probes", "off");

    /// <summary>SIGKILL, as when its machine dies.</summary>
    public async Task Kill()
    {
        if (Process is { } process)
        {
            await process.Kill();
            await DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Process is { } process)
        {
            await process.DisposeAsync();
            Process = null;
        }
    }
}
