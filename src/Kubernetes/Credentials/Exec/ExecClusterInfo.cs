using System.Text.Json.Nodes;
using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Configuration.Kubeconfigs;

namespace Daytwo.Kubernetes.Credentials.Exec;

/// <summary>Says to a plugin which cluster it is asked for, as <c>spec.cluster</c> of an <c>ExecCredential</c>.</summary>
internal static class ExecClusterInfo
{
    public static JsonObject Of(Located<KubeconfigCluster> cluster, ClusterConnection connection)
    {
        var info = new JsonObject { ["server"] = cluster.Value.Server };
        Set(info, "tls-server-name", connection.TlsServerName);
        Set(info, "certificate-authority-data", connection.CertificateAuthority is { } ca ? Convert.ToBase64String(ca.Read()) : null);
        Set(info, "proxy-url", cluster.Value.ProxyUrl);
        if (connection.InsecureSkipTlsVerify)
        {
            info["insecure-skip-tls-verify"] = true;
        }

        if (cluster.Value.ExecConfig is { } config)
        {
            info["config"] = config.DeepClone();
        }

        return info;
    }

    private static void Set(JsonObject info, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            info[name] = value;
        }
    }
}
