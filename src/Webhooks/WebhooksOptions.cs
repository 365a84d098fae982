using System.Net;
using Daytwo.Rules.Webhooks;
using Daytwo.Webhooks.Certificates;
using Daytwo.Webhooks.Replicas;

namespace Daytwo.Webhooks;

/// <summary>How a webhook replica runs.</summary>
public sealed record WebhooksOptions
{
    /// <summary>Who this replica is: its own Lease bears the name. Unique to this process, a restart included; letters, digits and hyphens.</summary>
    public required string Identity { get; init; }

    /// <summary>Where apiservers reach it; the same for all replicas.</summary>
    public required WebhookTarget Target { get; init; }

    /// <summary>Where reviews are served.</summary>
    public required IPEndPoint Listen { get; init; }

    /// <summary>Where metrics and probes are served; null for nowhere.</summary>
    public IPEndPoint? ProbeAddress { get; init; }

    /// <summary>The namespace of the replicas' Leases.</summary>
    public string Namespace { get; init; } = Daytwo.Crds.Kinds.SecretsNamespace;

    /// <summary>The most bytes of requests that are under way at once; null for the server's default.</summary>
    public long? MostUnderWay { get; init; }

    public CertificateTimes Certificates { get; init; } = CertificateTimes.Default;

    public ReplicaTimes Replica { get; init; } = ReplicaTimes.Default;

    /// <summary>How long requests are served after readiness was withdrawn, until nobody sends any more.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(5);
}
