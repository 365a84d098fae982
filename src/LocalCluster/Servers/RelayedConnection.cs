using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Daytwo.LocalCluster.Servers;

/// <summary>One connection through a <see cref="FaultyRelay"/>.</summary>
internal sealed class RelayedConnection(TcpClient client, IPEndPoint target, Func<RelayWay> way, TimeProvider time)
{
    private const int Chunk = 16 * 1024;

    /// <summary>Serves until one side is gone, or is to go.</summary>
    public async Task Serve(CancellationToken ct)
    {
        await Task.Yield();
        using (client)
        {
            try
            {
                await (way().Certificate is { } certificate ? Handshake(client.GetStream(), certificate, ct) : Relay(client.GetStream(), ct));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or AuthenticationException)
            {
                // The other side is closed with it.
            }
        }
    }

    private async Task Relay(NetworkStream asking, CancellationToken ct)
    {
        using var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        await server.ConnectAsync(target, ct);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task[] both = [asking.CopyToAsync(server.GetStream(), end.Token), Answer(server.GetStream(), asking, end.Token)];
        await Task.WhenAny(both);
        await end.CancelAsync();
        await Task.WhenAll(both);
    }

    private async Task Answer(NetworkStream from, NetworkStream to, CancellationToken ct)
    {
        var buffer = new byte[Chunk];
        int read;
        while ((read = await from.ReadAsync(buffer, ct)) > 0)
        {
            await way().Wait(time, ct);
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
        }
    }

    private static async Task Handshake(NetworkStream client, X509Certificate2 certificate, CancellationToken ct)
    {
        await using var tls = new SslStream(client);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, ct);
        await tls.ReadExactlyAsync(new byte[1], ct);
    }
}
