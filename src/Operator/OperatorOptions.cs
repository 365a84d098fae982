using System.Net;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Operator;

/// <summary>How the operator runs.</summary>
public sealed record OperatorOptions
{
    /// <summary>The operator's own namespace: its lease is there, and every Secret that a spec can name.</summary>
    public string Namespace { get; init; } = Daytwo.Crds.Kinds.SecretsNamespace;

    /// <summary>Whether several replicas elect one that works. Without, there must be only one.</summary>
    public bool LeaderElect { get; init; } = true;

    /// <summary>The name of the Lease.</summary>
    public string LeaseName { get; init; } = "daytwo-operator";

    /// <summary>Who we are in the lease and in events; unique to this process, a restart included.</summary>
    public required string Identity { get; init; }

    /// <summary>Where metrics and probes are served; null for nowhere.</summary>
    public IPEndPoint? ProbeAddress { get; init; }

    /// <summary>
    /// Connects to one apiserver by its own address, such as https://10.0.0.10:6443, for as long as the operator runs. Null where there is
    /// no other way than the transport given.
    /// </summary>
    public Func<Uri, IApiTransport>? ConnectTo { get; init; }

    /// <summary>How many objects are reconciled at once.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>A folder for temporary files, as large as the largest snapshot (compressed); null for the system's.</summary>
    public string? SpoolDirectory { get; init; }
}
