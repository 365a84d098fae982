using System.Net;
using System.Net.Sockets;

namespace Daytwo.Cluster.Tests.Support;

/// <summary>Accepts connections on loopback until disposed, and waits then for those that are served.</summary>
internal sealed class LoopbackListener : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    /// <param name="serve">Serves a connection, which is closed afterwards.</param>
    public LoopbackListener(Func<TcpClient, CancellationToken, Task> serve)
    {
        listener.Start();
        accepting = Accept(serve);
    }

    public EndPoint Address => listener.LocalEndpoint;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await accepting;
        stop.Dispose();
    }

    private async Task Accept(Func<TcpClient, CancellationToken, Task> serve)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(Serve(await listener.AcceptTcpClientAsync(stop.Token), serve));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task Serve(TcpClient client, Func<TcpClient, CancellationToken, Task> serve)
    {
        using (client)
        {
            await serve(client, stop.Token);
        }
    }
}
