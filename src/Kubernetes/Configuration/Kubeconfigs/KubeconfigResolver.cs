namespace Daytwo.Kubernetes.Configuration.Kubeconfigs;

/// <summary>Makes a connection out of a kubeconfig's context.</summary>
internal sealed class KubeconfigResolver(Kubeconfig kubeconfig, TimeProvider time, bool interactive)
{
    /// <param name="contextName">Null for the current context.</param>
    /// <exception cref="ConfigurationException">Something is missing, contradictory or not supported.</exception>
    public ClusterConnection Resolve(string? contextName)
    {
        var name = contextName ?? kubeconfig.CurrentContext
            ?? throw Wrong($"has no current-context; choose one of {Known(kubeconfig.Contexts)} with --context");
        var context = Find(kubeconfig.Contexts, "context", name).Value;
        var clusterName = context.Cluster ?? throw Wrong($"context \"{name}\" names no cluster");
        var cluster = Find(kubeconfig.Clusters, "cluster", clusterName);
        var connection = ConnectionTo(clusterName, cluster) with
        {
            Namespace = string.IsNullOrEmpty(context.Namespace) ? "default" : context.Namespace,
            Origin = $"{kubeconfig.Name}, context {name}",
        };
        if (string.IsNullOrEmpty(context.User))
        {
            return connection;
        }

        var user = Find(kubeconfig.Users, "user", context.User);
        var credentials = new UserCredentials(context.User, user, time, interactive);
        return connection with { Credentials = credentials.Source(cluster, connection), Impersonation = credentials.Impersonation() };
    }

    private ClusterConnection ConnectionTo(string name, Located<KubeconfigCluster> located)
    {
        var cluster = located.Value;
        var authority = AuthorityOf(name, located);
        if (cluster.InsecureSkipTlsVerify && authority is not null)
        {
            throw Wrong($"cluster \"{name}\" sets insecure-skip-tls-verify and a certificate authority; only one can be meant");
        }

        return new ClusterConnection
        {
            Servers = [ServerOf(name, cluster.Server)],
            CertificateAuthority = authority,
            InsecureSkipTlsVerify = cluster.InsecureSkipTlsVerify,
            TlsServerName = string.IsNullOrEmpty(cluster.TlsServerName) ? null : cluster.TlsServerName,
            Proxy = ProxyOf(name, cluster.ProxyUrl),
        };
    }

    private static PemSource? AuthorityOf(string name, Located<KubeconfigCluster> located) => located.Value switch
    {
        { CertificateAuthorityData: { Length: > 0 } data } => Base64Text.Pem(data, located.File, $"clusters \"{name}\".certificate-authority-data"),
        { CertificateAuthority: { Length: > 0 } path } => PemSource.File(located.Resolve(path)),
        _ => null,
    };

    private Uri ServerOf(string name, string? server)
    {
        var text = server is null || server.Contains("://", StringComparison.Ordinal) ? server : "https://" + server;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? uri
            : throw Wrong($"cluster \"{name}\": server \"{server}\" is no http or https address");
    }

    private Uri? ProxyOf(string name, string? proxy)
    {
        if (string.IsNullOrEmpty(proxy))
        {
            return null;
        }

        return Uri.TryCreate(proxy, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "socks5"
            ? uri
            : throw Wrong($"cluster \"{name}\": proxy-url \"{proxy}\" is no http, https or socks5 address");
    }

    private Located<T> Find<T>(IReadOnlyDictionary<string, Located<T>> entries, string kind, string name) =>
        entries.TryGetValue(name, out var entry) ? entry : throw Wrong($"has no {kind} \"{name}\"; it has {Known(entries)}");

    private static string Known<T>(IReadOnlyDictionary<string, Located<T>> entries) =>
        entries.Count == 0 ? "none" : string.Join(", ", entries.Keys.Order(StringComparer.Ordinal));

    private ConfigurationException Wrong(string what) => new($"the kubeconfig {kubeconfig.Name} {what}");
}
