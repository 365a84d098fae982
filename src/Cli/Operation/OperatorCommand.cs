using System.CommandLine;
using System.Security.Cryptography;
using Daytwo.Cli.CommandLine;
using Daytwo.Crds;
using Daytwo.Kubernetes.Transport;
using Daytwo.Operator;
using Daytwo.Runtime;
using Daytwo.Runtime.Hosting;
using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Metrics;

namespace Daytwo.Cli.Operation;

/// <summary><c>daytwo operator</c>.</summary>
internal static class OperatorCommand
{
    private const int DefaultWorkers = 2;

    public static Command Create(Surroundings around)
    {
        var cluster = new ClusterOptions();
        var listen = new Option<string>("--listen") { Description = "Where to serve /metrics, /livez and /readyz; 'off' for nowhere", HelpName = "IP:PORT", DefaultValueFactory = _ => "0.0.0.0:8080" };
        var elect = new Option<bool>("--leader-elect") { Description = "Let several replicas elect one that works (default: true)", DefaultValueFactory = _ => true };
        var ns = new Option<string>("--namespace") { Description = "The operator's own namespace: its Lease, and the Secrets that specs name", HelpName = "NAME", DefaultValueFactory = _ => Kinds.SecretsNamespace };
        var workers = NumberOption.Count("--workers", "How many objects are reconciled at once (default: 2)");
        var spool = new Option<string?>("--spool-dir") { Description = "Folder for encrypted temporary files, as large as the largest etcd database (default: the system's)", HelpName = "DIR" };
        var logging = new LoggingOptions();
        var command = new Command("operator", "Run the operator: reconcile EtcdBackups, AdmissionRules and RuleExceptions until told to stop") { listen, elect, ns, workers, spool };
        cluster.AddTo(command);
        logging.AddTo(command);
        return command.WithExamples("daytwo operator                       # in the cluster, with its service account", "daytwo operator --kubeconfig admin.kubeconfig --listen 127.0.0.1:8080 --leader-elect=false")
            .Runs(around, async (parsed, _) =>
            {
                using var loggers = logging.Create(parsed);
                var connection = cluster.Connection(parsed, around.Time);
                using var transport = new HttpApiTransport(connection, around.Time);
                using var apiServers = new ApiServerTransports(connection, around.Time);
                var services = new RuntimeServices(around.Time, new SeededRandom(RandomNumberGenerator.GetInt32(int.MaxValue)), new MetricsRegistry(), loggers);
                var options = new OperatorOptions
                {
                    Namespace = parsed.GetValue(ns)!,
                    LeaderElect = parsed.GetValue(elect),
                    Identity = $"{Environment.MachineName.ToLowerInvariant()}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}",
                    ProbeAddress = ListenAddress.ParseOrOff("--listen", parsed.GetValue(listen)!),
                    ConnectTo = apiServers.ConnectTo,
                    Workers = parsed.GetValue(workers) ?? DefaultWorkers,
                    SpoolDirectory = parsed.GetValue(spool),
                };
                using var signals = new StopSignals();
                var exit = await OperatorProgram.Run(transport, connection.Servers[0].Authority, options, services, signals.Token);
                return exit == HostExit.Stopped ? ExitCode.Success : ExitCode.Failed;
            });
    }
}
