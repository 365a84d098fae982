using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Backups;

/// <summary>An etcd cluster reached over the network by its client URLs.</summary>
public sealed record EndpointsSource
{
    /// <summary>
    /// Client URLs of the members, such as https://10.0.0.10:2379. Name every member: a healthy follower among them is
    /// chosen for each run.
    /// </summary>
    [Required, Length(1, 9), ItemLength(1, 256), ListType("set")]
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
