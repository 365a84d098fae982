using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Backups;

/// <summary>An etcd cluster reached over the network by its client URLs.</summary>
[Rule("self.insecureAllowHTTP || !self.urls.exists(url, url.startsWith('http://'))",
    "http:// sends all of etcd, Secrets included, readable over the network: use https://, or set insecureAllowHTTP to true", FieldPath = ".urls")]
[Rule("has(self.clientCertificateSecret) || !self.urls.exists(url, url.startsWith('https://'))",
    "https:// needs clientCertificateSecret: name a Secret in daytwo-system with tls.crt, tls.key and ca.crt", FieldPath = ".clientCertificateSecret")]
public sealed record EndpointsSource
{
    /// <summary>
    /// Client URLs of the members, such as https://10.0.0.10:2379. Name every member: a healthy follower among them is
    /// chosen for each run.
    /// </summary>
    [Required, Length(1, 9), ItemLength(1, 256), ListType("set")]
    [Rule(@"self.matches('^https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\])(:[0-9]{1,5})?$')",
        "'\\'' + self + '\\' is not a client URL of etcd: write https://HOST:PORT without a path, such as https://10.0.0.10:2379'", Computed = true, EachItem = true)]
    public IReadOnlyList<string> Urls { get => field ?? []; init; }

    /// <summary>
    /// Secret with the keys tls.crt, tls.key (client certificate) and ca.crt (authorities that sign etcd's server
    /// certificates). Required with https.
    /// </summary>
    public SecretReference? ClientCertificateSecret { get; init; }

    /// <summary>Allows http:// URLs. Everything etcd holds, Secrets included, then crosses the network readable.</summary>
    [Default]
    public bool InsecureAllowHTTP { get; init; }
}
