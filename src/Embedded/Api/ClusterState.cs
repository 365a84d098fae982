using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Store;

namespace Daytwo.Embedded.Api;

/// <summary>What all handlers share.</summary>
internal sealed class ClusterState(EmbeddedApiOptions options)
{
    public KindRegistry Kinds { get; } = new();

    public ObjectStore Store { get; } = new(options.History);

    public TimeProvider Clock => options.Clock;

    public Identities Identities { get; } = new(options.Random);

    public bool ServiceAccounts => options.ServiceAccounts;

    /// <summary>The current time as objects carry it.</summary>
    public string Now => Timestamps.Second(Clock.GetUtcNow());
}
