using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Transport;
using Daytwo.Runtime;
using Daytwo.Runtime.Controllers;
using Daytwo.Runtime.Hosting;
using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Metrics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Daytwo.Bench.Echo;

/// <summary>The operator that is measured beside the twin's: <c>echo-operator --kubeconfig F [--pods] [--nodes] [--workers N]</c>.</summary>
internal static class EchoOperator
{
    // A reconcile that waits for the API holds no thread, so many may wait at once; their requests then leave in common writes.
    private const int Workers = 32;

    public static async Task<int> Run(string[] words)
    {
        NativeHeap.ShareOneArena();
        var kubeconfig = ValueOf(words, "--kubeconfig") ?? throw new ArgumentException("echo-operator needs --kubeconfig FILE");
        var workers = ValueOf(words, "--workers") is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : Workers;
        var services = new RuntimeServices(TimeProvider.System, new SeededRandom(Environment.ProcessId), new MetricsRegistry(), NullLoggerFactory.Instance);
        var connection = ConnectionLoader.Load(new ConnectionRequest { KubeconfigPath = kubeconfig }, Surroundings.OfProcess, services.Time);
        using var transport = new HttpApiTransport(connection, services.Time);
        var client = new KubernetesClient(new MeteredTransport(transport, services, connection.Servers[0].Authority));
        var echoes = new Informer<EchoObject>(client, EchoObject.Resource, services);
        using var controller = new Controller("echo", new EchoReconciler(client, echoes), services, new ControllerOptions { Workers = workers })
            .For(echoes, Predicates.GenerationChanged);
        var host = new OperatorHost(services).Add(echoes).Add(controller);
        if (words.Contains("--pods"))
        {
            host.Add(new Informer<Pod>(client, Pod.Resource, services));
        }

        if (words.Contains("--nodes"))
        {
            host.Add(new Informer<Node>(client, Node.Resource, services));
        }

        using var signals = new StopSignals();
        return await host.Run(signals.Token) == HostExit.Stopped ? 0 : 1;
    }

    private static string? ValueOf(string[] words, string name)
    {
        var index = Array.IndexOf(words, name);
        return index < 0 || index + 1 == words.Length ? null : words[index + 1];
    }
}
