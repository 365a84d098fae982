using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Daytwo.Kubernetes.Tests.Support;

/// <summary>An HTTP/1.1 server on loopback that answers by script: one scripted text per request, null to hang up, "" to stay silent.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, string?> _answer;
    private readonly Task _serving;

    public LoopbackServer(Func<string, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = Serve();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The requests received, head and body.</summary>
    public List<string> Requests { get; } = [];

    public static string Ok(string body, string headers = "") =>
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await Converse(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or InvalidOperationException)
        {
            // the test is over
        }
    }

    private async Task Converse(NetworkStream stream)
    {
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, _stop.Token) is > 0 and var count)
        {
            var request = Encoding.UTF8.GetString(buffer, 0, count);
            Requests.Add(request);
            if (_answer(request) is not { } answer)
            {
                return;
            }

            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _stop.Token);
        }
    }
}
