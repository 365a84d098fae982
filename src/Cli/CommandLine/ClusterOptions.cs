using System.CommandLine;
using Daytwo.Kubernetes.Configuration;

namespace Daytwo.Cli.CommandLine;

/// <summary>The options that say which cluster is meant, as kubectl has them.</summary>
internal sealed class ClusterOptions
{
    private readonly Option<string?> kubeconfig = new("--kubeconfig")
    {
        Description = "Kubeconfig file (default: $KUBECONFIG, then ~/.kube/config, then the pod's service account)",
        HelpName = "FILE",
    };

    private readonly Option<string?> context = new("--context") { Description = "Context of the kubeconfig (default: its current one)", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        command.Options.Add(kubeconfig);
        command.Options.Add(context);
    }

    /// <summary>How to reach the cluster that the options name.</summary>
    /// <exception cref="CliException">There is no usable configuration; the message says which file and field.</exception>
    public ClusterConnection Connection(ParseResult parsed, TimeProvider time) =>
        Load(new ConnectionRequest { KubeconfigPath = parsed.GetValue(kubeconfig), Context = parsed.GetValue(context), Interactive = true }, time);

    /// <summary>How to reach the cluster of a kubeconfig file.</summary>
    /// <exception cref="CliException">The file is not usable; the message says why.</exception>
    public static ClusterConnection Connection(string kubeconfigFile, TimeProvider time) => Load(new ConnectionRequest { KubeconfigPath = kubeconfigFile }, time);

    private static ClusterConnection Load(ConnectionRequest request, TimeProvider time)
    {
        try
        {
            return ConnectionLoader.Load(request, Kubernetes.Configuration.Surroundings.OfProcess, time);
        }
        catch (ConfigurationException e)
        {
            throw new CliException(e.Message, ExitCode.Usage, e);
        }
    }
}
