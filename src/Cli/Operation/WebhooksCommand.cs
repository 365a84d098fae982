using System.CommandLine;
using System.Security.Cryptography;
using Daytwo.Cli.CommandLine;
using Daytwo.Crds;
using Daytwo.Kubernetes.Transport;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime;
using Daytwo.Runtime.Hosting;
using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks;

namespace Daytwo.Cli.Operation;

/// <summary><c>daytwo webhooks</c>.</summary>
internal static class WebhooksCommand
{
    private const int DefaultDrainSeconds = 5;

    public static Command Create(Surroundings around)
    {
        var cluster = new ClusterOptions();
        var listen = new Option<string>("--listen") { Description = "Where to serve admission reviews", HelpName = "IP:PORT", DefaultValueFactory = _ => "0.0.0.0:9443" };
        var probes = new Option<string>("--probes") { Description = "Where to serve /metrics, /livez and /readyz; 'off' for nowhere", HelpName = "IP:PORT", DefaultValueFactory = _ => "0.0.0.0:8080" };
        var url = UrlOption.Server("--url", "Where every apiserver reaches the webhooks, outside pods; the same for all replicas (default: the Service)");
        var service = new Option<string>("--service") { Description = "The Service in front of the replicas", HelpName = "NAME", DefaultValueFactory = _ => "daytwo-webhooks" };
        var ns = new Option<string>("--namespace") { Description = "The namespace of the Service and of the replicas' Leases", HelpName = "NAME", DefaultValueFactory = _ => Kinds.SecretsNamespace };
        var drain = NumberOption.Count("--drain-seconds", "How long to serve on after readiness was withdrawn at the end (default: 5)");
        var most = NumberOption.Count("--in-flight-mib", "How many MiB of requests may be under way at once; more are answered with 429 (default: 64)");
        var logging = new LoggingOptions();
        var command = new Command("webhooks", "Serve AdmissionRules of the outlets Webhook and Both to apiservers until told to stop") { listen, probes, url, service, ns, drain, most };
        cluster.AddTo(command);
        logging.AddTo(command);
        return command.WithExamples("daytwo webhooks                        # in the cluster, with its service account", "daytwo webhooks --kubeconfig admin.kubeconfig --listen 10.0.0.5:9443 --url https://10.0.0.5:9443")
            .Runs(around, async (parsed, _) =>
            {
                InlineSockets.Use();
                using var loggers = logging.Create(parsed);
                var connection = cluster.Connection(parsed, around.Time);
                using var transport = new HttpApiTransport(connection, around.Time);
                var services = new RuntimeServices(around.Time, new SeededRandom(RandomNumberGenerator.GetInt32(int.MaxValue)), new MetricsRegistry(), loggers);
                var options = new WebhooksOptions
                {
                    Identity = $"{Environment.MachineName.ToLowerInvariant()}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}",
                    Namespace = parsed.GetValue(ns)!,
                    Target = parsed.GetValue(url) is { } address ? Target(address) : WebhookTarget.OfService(parsed.GetValue(ns)!, parsed.GetValue(service)!),
                    Listen = ListenAddress.Parse("--listen", parsed.GetValue(listen)!),
                    ProbeAddress = ListenAddress.ParseOrOff("--probes", parsed.GetValue(probes)!),
                    MostUnderWay = parsed.GetValue(most) * 1024L * 1024,
                    Drain = TimeSpan.FromSeconds(parsed.GetValue(drain) ?? DefaultDrainSeconds),
                };
                using var signals = new StopSignals();
                await WebhooksProgram.Run(transport, connection.Servers[0].Authority, options, services, signals.Token);
                return ExitCode.Success;
            });
    }

    private static WebhookTarget Target(Uri url) => url.Scheme == Uri.UriSchemeHttps
        ? WebhookTarget.OfUrl(url)
        : throw new CliException($"--url: '{url}' is not https; apiservers call webhooks over TLS only", ExitCode.Usage);
}
