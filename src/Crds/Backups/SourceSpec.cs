using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Backups;

/// <summary>The etcd cluster to back up: exactly one member is set.</summary>
[Union("source")]
public sealed record SourceSpec
{
    /// <summary>An etcd cluster reached over the network by its client URLs.</summary>
    public EndpointsSource? Endpoints { get; init; }
}
