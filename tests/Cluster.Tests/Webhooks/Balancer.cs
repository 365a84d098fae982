using System.Net;
using System.Net.Sockets;

namespace Daytwo.Cluster.Tests.Webhooks;

/// <summary>What a Service is on real clusters: one address, each connection passed on to one of the replicas that take it.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private volatile IPEndPoint[] backends = [];
    private int next;

    public Balancer()
    {
        listener.Start();
        accepting = Accept();
    }

    public Uri Url => new($"https://{listener.LocalEndpoint}");

    /// <summary>New connections go to these from now on; those there are go on.</summary>
    public void Use(params IPEndPoint[] endpoints) => backends = endpoints;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await accepting;
        stop.Dispose();
    }

    private async Task Accept()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(Serve(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            var there = backends;
            for (var attempt = 0; attempt < there.Length; attempt++)
            {
                using var backend = new TcpClient();
                try
                {
                    await backend.ConnectAsync(there[(uint)Interlocked.Increment(ref next) % there.Length], stop.Token);
                }
                catch (SocketException)
                {
                    continue;
                }

                await Pass(client.GetStream(), backend.GetStream());
                return;
            }
        }
    }

    private async Task Pass(NetworkStream client, NetworkStream backend)
    {
        try
        {
            await Task.WhenAny(client.CopyToAsync(backend, stop.Token), backend.CopyToAsync(client, stop.Token));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // One side has gone; the other is closed with it.
        }
    }
}
