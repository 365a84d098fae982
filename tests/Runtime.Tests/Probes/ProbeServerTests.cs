using System.Net;
using Daytwo.Runtime.Metrics;
using Daytwo.Runtime.Probes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Daytwo.Runtime.Tests.Probes;

public sealed class ProbeServerTests : IAsyncLifetime
{
    private readonly HealthChecks _ready = new();
    private readonly MetricsRegistry _metrics = new();
    private readonly ProbeServer _server;
    private HttpClient _client = new();

    public ProbeServerTests() =>
        _server = new ProbeServer(new IPEndPoint(IPAddress.Loopback, 0), _metrics, new HealthChecks(), _ready, NullLoggerFactory.Instance);

    public async ValueTask InitializeAsync()
    {
        await _server.Start(CancellationToken.None);
        _client = new HttpClient { BaseAddress = new Uri(_server.Address) };
    }

    [Theory]
    [InlineData("/livez", HttpStatusCode.OK, "ok")]
    [InlineData("/livez?verbose", HttpStatusCode.OK, "[+]ping ok\nlivez check passed\n")]
    [InlineData("/readyz", HttpStatusCode.OK, "ok")]
    [InlineData("/other", HttpStatusCode.NotFound, "not found; there are /metrics, /livez and /readyz\n")]
    public async Task Path_is_answered(string path, HttpStatusCode status, string text)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((status, text), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Failed_check_says_which_and_why()
    {
        _ready.Add("informer-pods", () => "not synced yet");
        using var response = await _client.GetAsync(new Uri("/readyz", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("[+]ping ok\n[-]informer-pods failed: not synced yet\nreadyz check failed\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Metrics_are_served_as_prometheus_text()
    {
        _metrics.Gauge("up", "Up.").With().Set(1);
        using var response = await _client.GetAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("up 1\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_is_refused()
    {
        using var response = await _client.DeleteAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }
}
