using System.Net.Sockets;
using Daytwo.Bench.Compare;
using Daytwo.LocalCluster.Pki;
using Daytwo.LocalCluster.Processes;

namespace Daytwo.Bench.Webhooks;

/// <summary>The twin's webhook server.</summary>
internal sealed class TwinWebhook : IAsyncDisposable
{
    private readonly ChildProcess process;
    private readonly LocalAuthority authority;

    private TwinWebhook(ChildProcess process, string address, LocalAuthority authority) => (this.process, Address, this.authority) = (process, address, authority);

    public string Address { get; }

    public string AuthorityFile => authority.CertificateFile;

    public int Id => process.Id;

    public static async Task<TwinWebhook> Start(Setting setting, string kubeconfig, string folder, CancellationToken ct)
    {
        var certificates = Directory.CreateDirectory(Path.Combine(folder, "twin")).FullName;
        var authority = new LocalAuthority(certificates, "twin-ca", TimeProvider.System);
        var pair = authority.Issue("tls", "CN=twin");
        File.Move(pair.Certificate, Path.Combine(certificates, "tls.crt"), overwrite: true);
        File.Move(pair.Key, Path.Combine(certificates, "tls.key"), overwrite: true);
        var port = FreePort.Take();
        string[] words = ["operator", "--kubeconfig", kubeconfig, "--echo=false", "--cert-dir", certificates, "--port", $"{port}"];
        var twin = new TwinWebhook(ChildProcess.Start(setting.Require("twin").Path, words, Path.Combine(folder, $"twin-{port}.log")), $"https://127.0.0.1:{port}", authority);
        await twin.Listening(port, ct);
        return twin;
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        authority.Dispose();
    }

    private async Task Listening(int port, CancellationToken ct)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync("127.0.0.1", port, ct);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, ct);
            }
        }

        throw new InvalidOperationException($"the twin did not listen: {process.LogTail()}");
    }
}
