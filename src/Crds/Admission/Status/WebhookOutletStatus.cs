using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Admission.Status;

/// <summary>What counters and comparison are made of.</summary>
public sealed record WebhookOutletStatus
{
    /// <summary>The metadata.generation that is counted: counting begins anew when the rule changes.</summary>
    public long? Generation { get; init; }

    /// <summary>When it was last brought up to date, which happens every thirty seconds at most, and at once for a difference.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What replicas have counted that are gone.</summary>
    public RuleTraffic? Earlier { get; init; }

    /// <summary>What the present replicas have counted, each since its start.</summary>
    [ListType("atomic")]
    public IReadOnlyList<RuleTraffic>? Replicas { get; init; }
}
