using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Daytwo.Storage.S3;

namespace Daytwo.Storage.Tests.S3;

/// <summary>A server on loopback that answers each request as a test says.</summary>
internal sealed class ScriptedS3 : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Func<HttpListenerRequest, Answer> script;
    private readonly Task serving;

    public ScriptedS3(Func<HttpListenerRequest, Answer> script)
    {
        this.script = script;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add(Url + "/");
        listener.Start();
        serving = Serve();
    }

    public string Url { get; }

    /// <summary>Method and path with query of every request, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public IObjectStore Open(int retries = 0, TimeSpan? timeout = null, string? url = null) => ObjectStores.Open(
        new S3Settings
        {
            Address = BucketAddress.Of("bucket", "p"),
            Endpoint = new Uri(url ?? Url),
            PathStyle = true,
            Credentials = S3Credentials.Static("AK", "SK", "token"),
            Retries = retries,
            RequestTimeout = timeout ?? TimeSpan.FromSeconds(30),
        },
        TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
    }

    private async Task Serve()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Requests.Enqueue($"{context.Request.HttpMethod} {context.Request.RawUrl}");
            await context.Request.InputStream.CopyToAsync(Stream.Null);
            await Reply(context.Response, script(context.Request));
        }
    }

    private static async Task Reply(HttpListenerResponse response, Answer answer)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.AddHeader(name, value);
        }

        response.ContentLength64 = answer.Length ?? answer.Body.Length;
        try
        {
            await response.OutputStream.WriteAsync(answer.Body);
            if (answer.Length > answer.Body.Length)
            {
                response.Abort();
                return;
            }

            response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The client went away, as some tests want it to.
        }
    }

    /// <param name="Length">Announced; more than there is means that the connection breaks.</param>
    internal sealed record Answer(int Status, byte[] Body, long? Length = null)
    {
        public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

        public static Answer Xml(string text, int status = 200) => new(status, Encoding.UTF8.GetBytes(text)) { Headers = [("Content-Type", "application/xml")] };

        public static Answer Error(int status, string code) => Xml($"<Error><Code>{code}</Code><Message>said the server</Message></Error>", status);
    }
}
