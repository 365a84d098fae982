using Daytwo.Bench.Compare;
using Daytwo.LocalCluster.Processes;

namespace Daytwo.Bench.Webhooks;

/// <summary>An API in memory, which takes little from the programs being measured.</summary>
internal sealed class EmbeddedApi(ChildProcess process, string kubeconfig) : IAsyncDisposable
{
    public string Kubeconfig { get; } = kubeconfig;

    public static async Task<EmbeddedApi> Start(Setting setting, string folder, string name, CancellationToken ct)
    {
        var kubeconfig = Path.Combine(folder, name + ".kubeconfig");
        var process = ChildProcess.Start(setting.Daytwo, ["embedded", "--kubeconfig", kubeconfig], Path.Combine(folder, name + ".log"));
        for (var attempt = 0; !File.Exists(kubeconfig); attempt++)
        {
            if (process.HasExited || attempt == 300)
            {
                throw new InvalidOperationException($"daytwo embedded did not start: {process.LogTail()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, ct);
        }

        return new EmbeddedApi(process, kubeconfig);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
