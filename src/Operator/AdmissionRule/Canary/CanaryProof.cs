using System.Collections.Frozen;
using Daytwo.Operator.AdmissionRule.Observation;

namespace Daytwo.Operator.AdmissionRule.Canary;

/// <summary>What the canary showed last.</summary>
/// <param name="Proven">The states that every apiserver has in force, or has had since.</param>
/// <param name="Asked">The states that were asked about last.</param>
/// <param name="Servers">What each apiserver answered to that.</param>
/// <param name="At">When; null for never.</param>
internal sealed record CanaryProof(FrozenSet<ObjectState> Proven, FrozenSet<ObjectState> Asked, IReadOnlyList<ServerProof> Servers, DateTimeOffset? At)
{
    public static CanaryProof None { get; } = new(FrozenSet<ObjectState>.Empty, FrozenSet<ObjectState>.Empty, [], null);
}
