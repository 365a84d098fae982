using System.Net;
using System.Security.Cryptography.X509Certificates;
using Daytwo.LocalCluster.Pki;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Daytwo.Cluster.Tests.Faults;

/// <summary>
/// An HTTPS server on loopback that passes requests on to a real server, byte by byte and with the headers that were signed, and does to them
/// what a test wants. It speaks HTTP/1.1 (S3) and HTTP/2 with trailers (gRPC).
/// </summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly HttpMessageInvoker upstream;
    private readonly Uri target;
    private long bytesSent;

    private FaultProxy(Uri target, WebApplication server, HttpMessageInvoker upstream) => (this.target, this.server, this.upstream) = (target, server, upstream);

    public string Url => server.Urls.First();

    /// <summary>What to do to a request; null passes it on.</summary>
    public Func<HttpRequest, Fault?> Disturb { get; set; } = _ => null;

    /// <summary>Bytes of requests' bodies that were passed on.</summary>
    public long BytesSent => Interlocked.Read(ref bytesSent);

    /// <param name="authorityFile">Whom to trust for the server behind.</param>
    /// <param name="serving">Certificate and key to show.</param>
    /// <param name="client">Certificate and key to show to the server behind; null for none.</param>
    public static async Task<FaultProxy> Start(string target, string authorityFile, KeyPairFiles serving, CancellationToken ct, KeyPairFiles? client = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AllowSynchronousIO = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(X509Certificate2.CreateFromPemFile(serving.Certificate, serving.Key));
            });
        });
        var proxy = new FaultProxy(new Uri(target), builder.Build(), new HttpMessageInvoker(Upstream(authorityFile, client)));
        proxy.server.Run(proxy.Pass);
        await proxy.server.StartAsync(ct);
        return proxy;
    }

    /// <summary>Halts the first request of a kind; those that follow pass.</summary>
    public Halt HaltOnce(Predicate<HttpRequest> kind, Func<Halt, Fault> how)
    {
        var (halt, halted) = (new Halt(), 0);
        Disturb = request => kind(request) && Interlocked.Exchange(ref halted, 1) == 0 ? how(halt) : null;
        return halt;
    }

    public void Heal() => Disturb = _ => null;

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await server.StopAsync(now.Token);
        await server.DisposeAsync();
        upstream.Dispose();
    }

    private static SocketsHttpHandler Upstream(string authorityFile, KeyPairFiles? client)
    {
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(authorityFile);
        if (client is not null)
        {
            handler.SslOptions.ClientCertificates = [X509Certificate2.CreateFromPemFile(client.Certificate, client.Key)];
        }

        return handler;
    }

    private async Task Pass(HttpContext context)
    {
        var fault = Disturb(context.Request);
        try
        {
            if (fault is Fault.Refuse refusal)
            {
                await Refuse(context, refusal);
                return;
            }

            using var request = Request(context, fault);
            using var answer = await upstream.SendAsync(request, context.RequestAborted);
            await (fault is Fault.HaltAnswer halt ? halt.At.Stand(context.RequestAborted) : Task.CompletedTask);
            await Answer(context, answer, fault as Fault.FlipReceived);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            // One side is gone; the other is told in the same way.
            context.Abort();
        }
    }

    private static async Task Refuse(HttpContext context, Fault.Refuse refusal)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = "application/xml";
        await context.Response.WriteAsync($"<?xml version=\"1.0\"?><Error><Code>{refusal.Code}</Code><Message>{refusal.Message}</Message></Error>", context.RequestAborted);
    }

    private HttpRequestMessage Request(HttpContext context, Fault? fault)
    {
        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var grpc = context.Request.Protocol == HttpProtocol.Http2;
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(target, path))
        {
            Version = grpc ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (context.Request.ContentLength > 0 || grpc)
        {
            request.Content = new StreamContent(new DisturbedStream(context.Request.Body, fault, context.Request.ContentLength ?? 0, count => Interlocked.Add(ref bytesSent, count)));
        }
        else if (context.Request.ContentLength == 0)
        {
            request.Content = new ByteArrayContent([]);
        }

        foreach (var (name, values) in context.Request.Headers.Where(h => h.Key is not ("Expect" or "Connection" or "Transfer-Encoding") && !h.Key.StartsWith(':')))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        request.Headers.Host = context.Request.Host.Value;
        return request;
    }

    private static async Task Answer(HttpContext context, HttpResponseMessage answer, Fault.FlipReceived? flip)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive")))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await using var from = new DisturbedStream(await answer.Content.ReadAsStreamAsync(context.RequestAborted), flip, 0, _ => { });
        var buffer = new byte[32 * 1024];
        while (await from.ReadAsync(buffer, context.RequestAborted) is > 0 and var count)
        {
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, count), context.RequestAborted);
        }

        var trailers = context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        foreach (var (name, values) in answer.TrailingHeaders)
        {
            trailers?.Append(name, values.ToArray());
        }
    }
}
