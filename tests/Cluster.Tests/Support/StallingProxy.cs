using System.Net;
using System.Net.Sockets;

namespace Daytwo.Cluster.Tests.Support;

/// <summary>Passes a connection on to a server and stops giving its answers after some bytes, without closing it.</summary>
internal sealed class StallingProxy : IAsyncDisposable
{
    private readonly TaskCompletionSource stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Uri target;
    private readonly LoopbackListener listener;
    private long left;

    public StallingProxy(Uri target, long bytes)
    {
        (this.target, left) = (target, bytes);
        listener = new LoopbackListener(Serve);
    }

    public string Url => $"{target.Scheme}://{listener.Address}";

    /// <summary>Ends when nothing more is passed on.</summary>
    public Task Stalled => stalled.Task;

    /// <summary>Connections made from now on are passed on for good; those that hang stay so.</summary>
    public void Heal() => Interlocked.Exchange(ref left, long.MaxValue);

    /// <summary>From now on nothing more is passed on.</summary>
    public void Stall() => Interlocked.Exchange(ref left, 0);

    public ValueTask DisposeAsync() => listener.DisposeAsync();

    private async Task Serve(TcpClient client, CancellationToken stop)
    {
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, target.Port, stop);
            await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream(), stop), Answer(server.GetStream(), client.GetStream(), stop));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The other side is gone, as tests make it go.
        }
    }

    private async Task Answer(NetworkStream from, NetworkStream to, CancellationToken stop)
    {
        var buffer = new byte[4096];
        int read;
        while ((read = await from.ReadAsync(buffer, stop)) > 0)
        {
            if (Interlocked.Add(ref left, -read) < 0)
            {
                stalled.TrySetResult();
                await Task.Delay(Timeout.Infinite, stop);
            }

            await to.WriteAsync(buffer.AsMemory(0, read), stop);
        }
    }
}
