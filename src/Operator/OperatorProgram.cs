using Daytwo.Crds;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Transport;
using Daytwo.Operator.AdmissionRule;
using Daytwo.Operator.AdmissionRule.ApiServers;
using Daytwo.Operator.EtcdBackup;
using Daytwo.Operator.RuleException;
using Daytwo.Runtime;
using Daytwo.Runtime.Election;
using Daytwo.Runtime.Events;
using Daytwo.Runtime.Hosting;
using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Metrics;
using Daytwo.Runtime.Probes;
using Daytwo.Runtime.Warnings;

namespace Daytwo.Operator;

/// <summary>The operator as a whole: elects a leader, reconciles every kind, serves metrics and probes, ends in order.</summary>
public static class OperatorProgram
{
    private const string Component = "daytwo.dev/operator";

    /// <param name="transport">The Kubernetes API; stays the caller's.</param>
    /// <param name="host">What metrics call the API: its address.</param>
    /// <param name="stop">Asks for the orderly end.</param>
    /// <returns>How it ended. After <see cref="HostExit.LeadershipLost"/> the process should end too, not with 0, and be started anew.</returns>
    public static async Task<HostExit> Run(IApiTransport transport, string host, OperatorOptions options, RuntimeServices services, CancellationToken stop)
    {
        var direct = new KubernetesClient(new MeteredTransport(new WarningTransport(transport, services.Loggers), services, host));
        using var elector = options.LeaderElect
            ? new LeaderElector(direct, new LeaseReference(options.Namespace, options.LeaseName, options.Identity), services)
            : null;
        var fence = elector?.Fence ?? LeaderFence.Open(services.Clock);
        var client = new KubernetesClient(new FencedTransport(direct.Transport, fence));
        var events = new EventRecorder(direct, services, Component, options.Identity);
        using var backups = new EtcdBackupController(client, events, fence, services, options);
        var rules = new Informer<AdmissionRuleObject>(client, Kinds.AdmissionRules, services);
        var exceptions = new Informer<RuleExceptionObject>(client, Kinds.RuleExceptions, services);
        using var admission = new AdmissionRuleController(client, rules, exceptions, new EndpointApiServers(client, host, options.ConnectTo, fence), events, services, options);
        using var ends = new RuleExceptionController(client, exceptions, rules, events, services, options);

        var operators = new OperatorHost(services).Use(events);
        if (elector is not null)
        {
            operators.Use(elector);
        }

        backups.AddTo(operators);
        operators.Add(rules, exceptions);
        admission.AddTo(operators);
        ends.AddTo(operators);
        await using var probes = await ServeProbes(options, services, [.. backups.Informers, rules, exceptions, .. admission.Informers], stop);
        return await operators.Run(stop);
    }

    private static async Task<ProbeServer?> ServeProbes(OperatorOptions options, RuntimeServices services, IReadOnlyList<IInformer> informers, CancellationToken stop)
    {
        if (options.ProbeAddress is not { } address)
        {
            return null;
        }

        ProcessMetrics.Register(services.Metrics);
        var ready = new HealthChecks();
        foreach (var informer in informers)
        {
            ready.Add(informer);
        }

        var server = new ProbeServer(address, services.Metrics, new HealthChecks(), ready, services.Loggers);
        await server.Start(stop);
        return server;
    }
}
