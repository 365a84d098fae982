using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Transport;
using Daytwo.Runtime;
using Daytwo.Runtime.Hosting;
using Daytwo.Runtime.Metrics;
using Daytwo.Runtime.Probes;
using Daytwo.Webhooks.Certificates;
using Daytwo.Webhooks.Http;
using Daytwo.Webhooks.Replicas;
using Daytwo.Webhooks.Serving;
using Microsoft.Extensions.Logging;

namespace Daytwo.Webhooks;

/// <summary>A webhook replica as a whole: loads rules, serves reviews, keeps itself trusted, and ends in order: readiness first, then what is under way.</summary>
public static class WebhooksProgram
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(30);

    /// <param name="transport">The Kubernetes API; stays the caller's.</param>
    /// <param name="host">What metrics call the API: its address.</param>
    /// <param name="stop">Asks for the orderly end.</param>
    /// <exception cref="IOException">An address is taken.</exception>
    public static async Task Run(IApiTransport transport, string host, WebhooksOptions options, RuntimeServices services, CancellationToken stop)
    {
        var logger = services.Loggers.CreateLogger("Daytwo.Webhooks");
        var client = new KubernetesClient(new MeteredTransport(transport, services, host));
        using var rules = new RuleLoader(client, services);
        using var certificates = new ServingCertificates(new CertificateIssuer(options.Target.Hosts, options.Certificates.Lifetime), options.Certificates, services.Time, logger);
        var view = new ReplicaView(client, options.Namespace, services);
        var keeper = new ReplicaKeeper(client, options, services, view, certificates, rules.InForce);
        await using var server = new WebhookServer(ServerOptions(options, certificates), Reviewer(rules, services), new RequestMetrics(services.Metrics), services.Time, services.Loggers);
        await using var probes = await ServeProbes(options, services, keeper, rules.InForce, stop).ConfigureAwait(false);
        await server.Start(stop).ConfigureAwait(false);
        logger.Listening(server.Address);

        var background = new OperatorHost(services).Add([.. rules.Informers, .. view.Informers]).AddLeaderWork(rules.Run).AddLeaderWork(keeper.Run);
        using var end = new CancellationTokenSource();
        var working = background.Run(end.Token);
        await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, services.Time, stop), working).ConfigureAwait(false);
        await Drain(server, options, services, logger).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        await working.ConfigureAwait(false);
        using var limit = new CancellationTokenSource(options.Replica.Duration, services.Time);
        await keeper.Leave(limit.Token).ConfigureAwait(false);
    }

    private static RuleReviewer Reviewer(RuleLoader rules, RuntimeServices services)
    {
        var recorder = new VerdictRecorder(services.Time, services.Loggers.CreateLogger("Daytwo.Rules"));
        return new RuleReviewer(rules.InForce, rules.Cluster, new RequestJudge(rules.Cluster, recorder, services.Time), services.Time);
    }

    private static WebhookServerOptions ServerOptions(WebhooksOptions options, ServingCertificates certificates)
    {
        var server = new WebhookServerOptions { Listen = options.Listen, Certificate = certificates };
        return options.MostUnderWay is { } most ? server with { MostUnderWay = most } : server;
    }

    /// <summary>Readiness is off since the stop was asked for: others stop sending, then what is under way is answered.</summary>
    private static async Task Drain(WebhookServer server, WebhooksOptions options, RuntimeServices services, ILogger logger)
    {
        logger.Draining(options.Drain);
        server.Drain();
        await Task.Delay(options.Drain, services.Time, CancellationToken.None).ConfigureAwait(false);
        using var limit = new CancellationTokenSource(LongestEnd, services.Time);
        await server.Stop(limit.Token).ConfigureAwait(false);
    }

    private static async Task<ProbeServer?> ServeProbes(WebhooksOptions options, RuntimeServices services, ReplicaKeeper keeper, RulesInForce rules, CancellationToken stop)
    {
        if (options.ProbeAddress is not { } address)
        {
            return null;
        }

        ProcessMetrics.Register(services.Metrics);
        var ready = new HealthChecks()
            .Add("rules", rules.Unready)
            .Add("certificate", keeper.Distrust)
            .Add("shutdown", () => stop.IsCancellationRequested ? "ending" : null);
        var server = new ProbeServer(address, services.Metrics, new HealthChecks(), ready, services.Loggers);
        await server.Start(stop).ConfigureAwait(false);
        return server;
    }
}
