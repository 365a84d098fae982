using System.Diagnostics;
using Daytwo.Bench.Measuring;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Processes;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Bench.Compare;

/// <summary>An apiserver with the Echo kind, and the two operators that watch it.</summary>
internal sealed class OperatorServers : IAsyncDisposable
{
    private readonly Setting setting;
    private readonly ScratchFolder folder;
    private readonly EtcdCluster etcd;
    private readonly ApiServer api;

    private OperatorServers(Setting setting, ScratchFolder folder, EtcdCluster etcd, ApiServer api) =>
        (this.setting, this.folder, this.etcd, this.api) = (setting, folder, etcd, api);

    public static async Task<OperatorServers> Start(Setting setting, CancellationToken ct)
    {
        var folder = new ScratchFolder();
        var etcd = await EtcdCluster.Start(setting.Require("etcd"), folder.Path, 1, TimeProvider.System, ct);
        var api = await ApiServer.Start(setting.Require("kube-apiserver"), etcd, folder.Path, TimeProvider.System, ct);
        var servers = new OperatorServers(setting, folder, etcd, api);
        var definition = Path.Combine(folder.Path, "echo.yaml");
        await File.WriteAllTextAsync(definition, EchoDefinition.Yaml, ct);
        await servers.Kubectl(["apply", "-f", definition], ct);
        await servers.Kubectl(["wait", "--for=condition=Established", "crd/echoes.bench.twin.dev"], ct);
        await servers.Kubectl(["create", "serviceaccount", "default", "-n", "default"], ct);
        return servers;
    }

    public ChildProcess StartOurs(params string[] flags) => Child(setting.Bench, "ours", ["echo-operator", "--kubeconfig", api.Kubeconfig, .. flags]);

    public ChildProcess StartTwin(params string[] flags) => Child(setting.Require("twin").Path, "twin", ["operator", "--kubeconfig", api.Kubeconfig, .. flags]);

    /// <summary>Creates objects with the twin's filler and returns the seconds it took.</summary>
    public async Task<double> Fill(IEnumerable<string> words, CancellationToken ct) =>
        (await MeasuredProgram.Run(setting.Require("twin").Path, ["fill", "--kubeconfig", api.Kubeconfig, .. words], new Dictionary<string, string>(), folder.Path, ct)).WallSeconds;

    public async Task Kubectl(IEnumerable<string> words, CancellationToken ct)
    {
        var start = new ProcessStartInfo(setting.Require("kubectl").Path, ["--kubeconfig", api.Kubeconfig, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"kubectl {string.Join(' ', words)}: {await error}{await output}");
        }
    }

    private ChildProcess Child(string program, string name, string[] arguments) =>
        ChildProcess.Start(program, arguments, Path.Combine(folder.Path, name + ".log"));

    public async ValueTask DisposeAsync()
    {
        await api.DisposeAsync();
        await etcd.DisposeAsync();
        folder.Dispose();
    }
}
