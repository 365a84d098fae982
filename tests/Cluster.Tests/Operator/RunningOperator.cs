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

/// <summary>The operator in this process, until disposed. When it loses its leadership, as on a disk that stalls, it is started anew, as a cluster would do.</summary>
internal sealed class RunningOperator : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly HttpApiTransport transport;
    private readonly ApiServerTransports apiServers;
    private readonly Task running;

    /// <param name="reach">Where an announced address of an apiserver really is.</param>
    public RunningOperator(string kubeconfig, string identity = "operator-1", TimeProvider? time = null, Func<Uri, Uri>? reach = null)
    {
        var clock = time ?? TimeProvider.System;
        var connection = ConnectionLoader.Load(new ConnectionRequest { KubeconfigPath = kubeconfig }, Surroundings.OfProcess, clock);
        transport = new HttpApiTransport(connection, clock);
        apiServers = new ApiServerTransports(connection, clock);
        var options = new OperatorOptions { Identity = identity, ConnectTo = server => apiServers.ConnectTo(reach is null ? server : reach(server)) };
        running = Run(options, clock);
    }

    /// <summary>Of the last start.</summary>
    public MetricsRegistry Metrics { get; private set; } = new();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        apiServers.Dispose();
        transport.Dispose();
        stop.Dispose();
    }

    private async Task Run(OperatorOptions options, TimeProvider clock)
    {
        while (await OperatorProgram.Run(transport, "test", options, new RuntimeServices(clock, new SeededRandom(1), Metrics, NullLoggerFactory.Instance), stop.Token) == HostExit.LeadershipLost)
        {
            Metrics = new MetricsRegistry();
        }
    }
}
