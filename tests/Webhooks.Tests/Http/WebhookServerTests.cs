using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks.Http;
using Daytwo.Webhooks.Reviews;
using Daytwo.Webhooks.Serving;
using Daytwo.Webhooks.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Daytwo.Webhooks.Tests.Http;

public sealed class WebhookServerTests
{
    [Fact]
    public async Task Probe()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=x", key, HashAlgorithmName.SHA256);
        using var cert = request.CreateSelfSigned(DateTimeOffset.Parse("2020-01-01"), DateTimeOffset.Parse("2030-01-01"));
        await using var server = new WebhookServer(new WebhookServerOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0), Certificate = new C(SslStreamCertificateContext.Create(cert, null)) }, new R(), new RequestMetrics(new MetricsRegistry()), TimeProvider.System, new L());
        await server.Start(default);
        using var client = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true });
        var r = await client.PostAsync(new Uri(server.Address + "/validate/ignore?timeout=5s"), new StringContent(SampleReviews.CreatePod(), Encoding.UTF8, "application/json"));
        Assert.Equal("", r.StatusCode + await r.Content.ReadAsStringAsync());
    }

    private sealed record C(SslStreamCertificateContext Current) : Daytwo.Webhooks.Certificates.IServingCertificate { SslStreamCertificateContext? Daytwo.Webhooks.Certificates.IServingCertificate.Current => Current; }
    private sealed class R : IReviewer
    {
        public ValueTask<Verdict> Answer(WebhookEntry entry, Review review, TimeSpan patience) => new(Verdict.Pass);
    }
    private sealed class L : ILoggerFactory, ILogger { public void AddProvider(ILoggerProvider provider) { } public ILogger CreateLogger(string c) => this; public void Dispose() { }
      public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null; public bool IsEnabled(LogLevel l) => true;
      public void Log<TState>(LogLevel l, EventId e, TState s, Exception? x, Func<TState, Exception?, string> f) => Console.WriteLine(f(s, x) + x); }
}
