using Daytwo.Kubernetes.Configuration.Kubeconfigs;

namespace Daytwo.Kubernetes.Configuration;

/// <summary>Finds how to reach the API where kubectl and client-go would look, in their order.</summary>
public static class ConnectionLoader
{
    /// <exception cref="ConfigurationException">There is none, or it cannot work; the message says which file and field.</exception>
    public static ClusterConnection Load(ConnectionRequest request, Surroundings surroundings, TimeProvider time)
    {
        var kubeconfig = Read(request, surroundings);
        ClusterConnection connection;
        if (kubeconfig is not null)
        {
            connection = new KubeconfigResolver(kubeconfig, time, request.Interactive).Resolve(request.Context);
        }
        else if (InClusterConfiguration.IsInCluster(surroundings))
        {
            connection = InClusterConfiguration.Load(surroundings, time);
        }
        else
        {
            throw new ConfigurationException(
                $"there is no kubeconfig: KUBECONFIG is not set, {DefaultPath(surroundings)} does not exist, and this is no pod; name a file with --kubeconfig");
        }

        return request.Servers is { Count: > 0 } servers ? connection with { Servers = servers } : connection;
    }

    private static Kubeconfig? Read(ConnectionRequest request, Surroundings surroundings)
    {
        if (request.KubeconfigPath is { } path)
        {
            return KubeconfigFile.Read(path);
        }

        var listed = surroundings.Variable("KUBECONFIG")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (listed is { Length: > 0 })
        {
            var files = listed.Where(File.Exists).Select(KubeconfigFile.Read).ToList();
            return files.Count > 0
                ? Kubeconfig.Merge(files)
                : throw new ConfigurationException($"none of the files of KUBECONFIG exists: {string.Join(", ", listed)}");
        }

        var home = DefaultPath(surroundings);
        return File.Exists(home) ? KubeconfigFile.Read(home) : null;
    }

    private static string DefaultPath(Surroundings surroundings) => Path.Combine(surroundings.HomeFolder, ".kube", "config");
}
