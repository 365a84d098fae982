using System.Net;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Transport;
using Daytwo.LocalCluster.Processes;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime;
using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks;
using Daytwo.Webhooks.Certificates;
using Microsoft.Extensions.Logging.Abstractions;

namespace Daytwo.Cluster.Tests.Webhooks;

/// <summary>A webhook replica in this process, until disposed.</summary>
internal sealed class RunningWebhooks : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly HttpApiTransport transport;
    private readonly Task running;
    private readonly HttpClient probes = new();

    public RunningWebhooks(string kubeconfig, string identity, WebhookTarget target, CertificateTimes? certificates = null)
    {
        var clock = TimeProvider.System;
        var connection = ConnectionLoader.Load(new ConnectionRequest { KubeconfigPath = kubeconfig }, Surroundings.OfProcess, clock);
        transport = new HttpApiTransport(connection, clock);
        Listen = new IPEndPoint(IPAddress.Loopback, FreePort.Take());
        Probe = new IPEndPoint(IPAddress.Loopback, FreePort.Take());
        var services = new RuntimeServices(clock, new SeededRandom(1), new MetricsRegistry(), NullLoggerFactory.Instance);
        var options = new WebhooksOptions
        {
            Identity = identity,
            Target = target,
            Listen = Listen,
            ProbeAddress = Probe,
            Certificates = certificates ?? new CertificateTimes { Settle = TimeSpan.FromSeconds(1) },
            Drain = TimeSpan.FromMilliseconds(200),
        };
        running = WebhooksProgram.Run(transport, "test", options, services, stop.Token);
    }

    public IPEndPoint Listen { get; }

    private IPEndPoint Probe { get; }

    /// <summary>Ends when the replica says that it is ready.</summary>
    public async Task Ready(CancellationToken ct)
    {
        var last = await Eventually.Last(() => Get("/readyz?verbose", ct), answer => answer.Status == HttpStatusCode.OK || running.IsCompleted);
        Assert.False(running.IsCompleted, running.Exception?.ToString() ?? "the replica ended");
        Assert.True(last.Status == HttpStatusCode.OK, $"the replica did not become ready: {last.Text}");
    }

    public async Task<string> Metrics(CancellationToken ct) => (await Get("/metrics", ct)).Text;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        transport.Dispose();
        probes.Dispose();
        stop.Dispose();
    }

    private async Task<(HttpStatusCode? Status, string Text)> Get(string path, CancellationToken ct)
    {
        try
        {
            using var response = await probes.GetAsync(new Uri($"http://{Probe}{path}"), ct);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(ct));
        }
        catch (HttpRequestException e)
        {
            return (null, e.Message);
        }
    }
}
