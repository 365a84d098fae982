using System.Net;
using System.Net.Sockets;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Webhooks;

/// <summary>What a Service is on real clusters: one address, each connection passed on to one of the replicas that take it.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly LoopbackListener listener;
    private volatile IPEndPoint[] backends = [];
    private int next;

    public Balancer() => listener = new LoopbackListener(Serve);

    public Uri Url => new($"https://{listener.Address}");

    /// <summary>New connections go to these from now on; those there are go on.</summary>
    public void Use(params IPEndPoint[] endpoints) => backends = endpoints;

    /// <summary>One more takes connections.</summary>
    public void Add(IPEndPoint endpoint) => backends = [.. backends, endpoint];

    public ValueTask DisposeAsync() => listener.DisposeAsync();

    private async Task Serve(TcpClient client, CancellationToken stop)
    {
        var there = backends;
        for (var attempt = 0; attempt < there.Length; attempt++)
        {
            using var backend = new TcpClient();
            try
            {
                await backend.ConnectAsync(there[(uint)Interlocked.Increment(ref next) % there.Length], stop);
            }
            catch (SocketException)
            {
                continue;
            }

            await Pass(client.GetStream(), backend.GetStream(), stop);
            return;
        }
    }

    private static async Task Pass(NetworkStream client, NetworkStream backend, CancellationToken stop)
    {
        try
        {
            await Task.WhenAny(client.CopyToAsync(backend, stop), backend.CopyToAsync(client, stop));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // One side has gone; the other is closed with it.
        }
    }
}
