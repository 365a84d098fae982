using System.Collections.Frozen;
using Daytwo.Operator.AdmissionRule.Observation;

namespace Daytwo.Operator.AdmissionRule.Canary;

/// <summary>What the canary showed last.</summary>
/// <param name="Proven">The states that every apiserver has in force, or has had since.</param>
/// <param name="Asked">The states that were asked about last.</param>
/// <param name="Servers">What each apiserver answered to that.</param>
/// <param name="At">When; null for never.</param>
/// <param name="PendingSince">Since when some apiserver has been asked for these states in vain; null when none is.</param>
internal sealed record CanaryProof(FrozenSet<ObjectState> Proven, FrozenSet<ObjectState> Asked, IReadOnlyList<ServerProof> Servers, DateTimeOffset? At, DateTimeOffset? PendingSince)
{
    public static CanaryProof None { get; } = new(FrozenSet<ObjectState>.Empty, FrozenSet<ObjectState>.Empty, [], null, null);

    /// <summary>What is known after each apiserver was asked.</summary>
    public CanaryProof After(FrozenSet<ObjectState> asked, IReadOnlyList<ServerProof> servers, DateTimeOffset at)
    {
        if (servers.All(server => server.Pending is null))
        {
            return new CanaryProof(asked, asked, servers, at, null);
        }

        return new CanaryProof(Proven, asked, servers, at, PendingSince is { } since && asked.SetEquals(Asked) ? since : at);
    }
}
