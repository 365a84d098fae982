using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Daytwo.LocalCluster.Servers;

/// <summary>
/// Passes connections on to a server on loopback, until told to be slow, to hang, to refuse, or to answer handshakes itself with a
/// certificate. Told of a change, answers that wait go on.
/// </summary>
public sealed class FaultyRelay : IAsyncDisposable
{
    private readonly IPEndPoint target;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;
    private CancellationTokenSource connected = new();
    private RelayWay way = RelayWay.Through;

    /// <param name="target">The port of the server on 127.0.0.1.</param>
    public FaultyRelay(int target, TimeProvider time)
    {
        (this.target, this.time) = (new IPEndPoint(IPAddress.Loopback, target), time);
        Listen();
    }

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>Passes everything on at once.</summary>
    public void Pass()
    {
        Take(RelayWay.Through);
        Listen();
    }

    /// <summary>Passes each part of an answer on this much later; never with <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public void Delay(TimeSpan delay) => Take(new RelayWay(delay, null));

    /// <summary>Ends all connections, and answers handshakes with this certificate from now on; the server is not asked.</summary>
    public void Present(X509Certificate2 certificate)
    {
        Take(new RelayWay(TimeSpan.Zero, certificate));
        Cut();
    }

    /// <summary>Ends all connections and takes none, like the port of a program that died.</summary>
    public void Refuse()
    {
        lock (gate)
        {
            listener?.Dispose();
            listener = null;
        }

        Cut();
    }

    /// <summary>Ends all connections; new ones are taken.</summary>
    public void Cut()
    {
        CancellationTokenSource old;
        lock (gate)
        {
            (old, connected) = (connected, new CancellationTokenSource());
        }

        old.Cancel();
        old.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Refuse();
        await accepting;
        connected.Dispose();
    }

    private void Listen()
    {
        lock (gate)
        {
            if (listener is null)
            {
                listener = new TcpListener(IPAddress.Loopback, Port);
                listener.Start();
                Port = ((IPEndPoint)listener.LocalEndpoint).Port;
                accepting = Task.WhenAll(accepting, Accept(listener));
            }
        }
    }

    private void Take(RelayWay next)
    {
        RelayWay old;
        lock (gate)
        {
            (old, way) = (way, next);
        }

        old.Leave();
    }

    private async Task Accept(TcpListener from)
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var client = await from.AcceptTcpClientAsync();
                serving.RemoveAll(task => task.IsCompleted);
                lock (gate)
                {
                    serving.Add(new RelayedConnection(client, target, () => Volatile.Read(ref way), time).Serve(connected.Token));
                }
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(serving);
        }
    }
}
