using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Daytwo.Admission.Webhooks;
using Daytwo.Embedded.Admission.Webhooks;

namespace Daytwo.Embedded.Http;

/// <summary>Calls webhooks over HTTPS with HTTP/1.1, a connection for each call.</summary>
public sealed class HttpWebhookCaller : IWebhookCaller
{
    private const int LargestAnswer = 16 * 1024 * 1024;

    public WebhookAnswer Send(WebhookCall call)
    {
        using var handler = Handler(call);
        using var client = new HttpClient(handler) { Timeout = call.Timeout, MaxResponseContentBufferSize = LargestAnswer };
        using var request = new HttpRequestMessage(HttpMethod.Post, call.Url) { Content = new ByteArrayContent(call.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.ParseAdd("application/json");
        try
        {
            using var response = client.Send(request, HttpCompletionOption.ResponseContentRead);
            using var stream = response.Content.ReadAsStream();
            using var body = new MemoryStream();
            stream.CopyTo(body);
            if (!response.IsSuccessStatusCode)
            {
                return WebhookAnswer.Fail(Refused((int)response.StatusCode, body.ToArray()));
            }

            return WebhookAnswer.Read(body.GetBuffer().AsSpan(0, (int)body.Length), call.Uid, call.Mutating);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return WebhookAnswer.Fail($"failed to call webhook: Post \"{call.Url}\": {Reason(e, call)}");
        }
    }

    /// <summary>Sends them side by side.</summary>
    public IReadOnlyList<WebhookAnswer> SendAll(IReadOnlyList<WebhookCall> calls) => calls.Count == 1
        ? [Send(calls[0])]
        : Task.WhenAll(calls.Select(call => Task.Factory.StartNew(() => Send(call), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).GetAwaiter().GetResult();

    private static string Reason(Exception error, WebhookCall call)
    {
        if (error is TaskCanceledException)
        {
            return "context deadline exceeded";
        }

        return error.GetBaseException() is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
            ? $"dial tcp {call.Address?.Host ?? call.Url.Host}:{call.Address?.Port ?? call.Url.Port}: connect: connection refused"
            : error.GetBaseException().Message;
    }

    private static string Refused(int code, byte[] body)
    {
        var text = Encoding.UTF8.GetString(body).Trim();
        return code is 404
            ? "failed to call webhook: the server could not find the requested resource"
            : $"failed to call webhook: an error on the server (\"{(text.Length == 0 ? "unknown" : text)}\") has prevented the request from succeeding";
    }

    private static SocketsHttpHandler Handler(WebhookCall call)
    {
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = call.Timeout };
        if (call.Authorities is { Length: > 0 } authorities)
        {
            var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            trust.CustomTrustStore.ImportFromPem(Encoding.UTF8.GetString(authorities));
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust };
        }

        if (call.Address is { } address)
        {
            handler.ConnectCallback = (_, _) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    socket.Connect(address.Host, address.Port);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }

                return ValueTask.FromResult<Stream>(new NetworkStream(socket, ownsSocket: true));
            };
        }

        return handler;
    }
}
