using System.Net;
using System.Net.Sockets;
using Daytwo.Kubernetes.Credentials;

namespace Daytwo.Kubernetes.Configuration;

/// <summary>The connection that kubelet gives every pod: addresses in the environment, token and authority in files it renews.</summary>
public static class InClusterConfiguration
{
    private const string DefaultFolder = "/var/run/secrets/kubernetes.io/serviceaccount";

    public static bool IsInCluster(Surroundings surroundings, string folder = DefaultFolder) =>
        !string.IsNullOrEmpty(surroundings.Variable("KUBERNETES_SERVICE_HOST")) && File.Exists(Path.Combine(folder, "token"));

    /// <exception cref="ConfigurationException">This is no pod, or one without a service account token.</exception>
    public static ClusterConnection Load(Surroundings surroundings, TimeProvider time, string folder = DefaultFolder)
    {
        var host = surroundings.Variable("KUBERNETES_SERVICE_HOST");
        var port = surroundings.Variable("KUBERNETES_SERVICE_PORT");
        if (string.IsNullOrEmpty(host) || !ushort.TryParse(port, out var number))
        {
            throw new ConfigurationException("KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set: this is no pod");
        }

        var address = IPAddress.TryParse(host, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{host}]" : host;
        return new ClusterConnection
        {
            Servers = [new Uri($"https://{address}:{number}")],
            CertificateAuthority = PemSource.File(Path.Combine(folder, "ca.crt")),
            Credentials = new TokenFile(Path.Combine(folder, "token"), time),
            Namespace = ReadNamespace(Path.Combine(folder, "namespace")),
            Origin = "the pod's service account",
        };
    }

    private static string ReadNamespace(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim() is { Length: > 0 } name ? name : "default";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"cannot read the pod's namespace: {e.Message}", e);
        }
    }
}
