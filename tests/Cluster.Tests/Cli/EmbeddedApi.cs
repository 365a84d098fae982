using System.Diagnostics;
using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster;

namespace Daytwo.Cluster.Tests.Cli;

/// <summary><c>daytwo embedded</c> as a process, and the real kubectl for it.</summary>
internal sealed class EmbeddedApi : IAsyncDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly Process process;

    private EmbeddedApi(string kubectl, string[] words)
    {
        Kubectl = kubectl;
        Kubeconfig = Path.Combine(folder.Path, "kubeconfig");
        process = DaytwoProgram.Start(DaytwoProgram.Executable, new Dictionary<string, string>(), ["embedded", "--kubeconfig", Kubeconfig, .. words]);
    }

    /// <summary>The path of the real kubectl.</summary>
    public string Kubectl { get; }

    public string Kubeconfig { get; }

    public string Folder => folder.Path;

    /// <summary>Starts it and waits until it says that it serves.</summary>
    public static async Task<EmbeddedApi> Start(CancellationToken ct, params string[] words)
    {
        var api = new EmbeddedApi(Programs.Require("kubectl").Path, words);
        var line = await api.process.StandardError.ReadLineAsync(ct);
        Assert.StartsWith("serving on https://127.0.0.1:", line, StringComparison.Ordinal);
        return api;
    }

    public Task<ProcessResult> Run(params string[] words) => Feed(null, words);

    /// <summary>Runs kubectl with something to read.</summary>
    public Task<ProcessResult> Feed(string? input, params string[] words) => DaytwoProgram.Run(Kubectl, Environment(), input, words);

    public Dictionary<string, string> Environment() => new()
    {
        ["KUBECONFIG"] = Kubeconfig,
        ["HOME"] = folder.Path,
        ["PATH"] = folder.Path + ":" + System.Environment.GetEnvironmentVariable("PATH"),
    };

    /// <summary>Ends it as a service manager does, and returns its exit code.</summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("/bin/kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        folder.Dispose();
    }
}
