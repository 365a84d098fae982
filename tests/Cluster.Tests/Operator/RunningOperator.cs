using Daytwo.Cli.Operation;
using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Transport;
using Daytwo.Operator;
using Daytwo.Runtime;
using Daytwo.Runtime.Hosting;
using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Metrics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Daytwo.Cluster.Tests.Operator;

/// <summary>The operator in this process, until disposed.</summary>
internal sealed class RunningOperator : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly HttpApiTransport transport;
    private readonly ApiServerTransports apiServers;
    private readonly Task<HostExit> running;

    /// <param name="reach">Where an announced address of an apiserver really is.</param>
    public RunningOperator(string kubeconfig, string identity = "operator-1", TimeProvider? time = null, Func<Uri, Uri>? reach = null)
    {
        var clock = time ?? TimeProvider.System;
        var connection = ConnectionLoader.Load(new ConnectionRequest { KubeconfigPath = kubeconfig }, Surroundings.OfProcess, clock);
        transport = new HttpApiTransport(connection, clock);
        apiServers = new ApiServerTransports(connection, clock);
        Metrics = new MetricsRegistry();
        var services = new RuntimeServices(clock, new SeededRandom(1), Metrics, NullLoggerFactory.Instance);
        running = OperatorProgram.Run(transport, "test", new OperatorOptions { Identity = identity, ConnectTo = server => apiServers.ConnectTo(reach is null ? server : reach(server)) }, services, stop.Token);
    }

    public MetricsRegistry Metrics { get; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        apiServers.Dispose();
        transport.Dispose();
        stop.Dispose();
    }
}
