using System.Net;
using System.Net.Sockets;

namespace Daytwo.Cluster.Tests.Support;

/// <summary>Passes a connection on to a server and stops giving its answers after some bytes, without closing it.</summary>
internal sealed class StallingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Uri target;
    private readonly Task accepting;
    private long left;

    public StallingProxy(Uri target, long bytes)
    {
        (this.target, left) = (target, bytes);
        listener.Start();
        accepting = Accept();
    }

    public string Url => $"{target.Scheme}://{listener.LocalEndpoint}";

    /// <summary>Ends when nothing more is passed on.</summary>
    public Task Stalled => stalled.Task;

    /// <summary>Connections made from now on are passed on for good; those that hang stay so.</summary>
    public void Heal() => Interlocked.Exchange(ref left, long.MaxValue);

    /// <summary>From now on nothing more is passed on.</summary>
    public void Stall() => Interlocked.Exchange(ref left, 0);

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
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, target.Port, stop.Token);
                await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream(), stop.Token), Answer(server.GetStream(), client.GetStream()));
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // The other side is gone, as tests make it go.
            }
        }
    }

    private async Task Answer(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[4096];
        int read;
        while ((read = await from.ReadAsync(buffer, stop.Token)) > 0)
        {
            if (Interlocked.Add(ref left, -read) < 0)
            {
                stalled.TrySetResult();
                await Task.Delay(Timeout.Infinite, stop.Token);
            }

            await to.WriteAsync(buffer.AsMemory(0, read), stop.Token);
        }
    }
}
