using Daytwo.Crds.Schema;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds.Exceptions;

/// <summary>What is the case with an exception. Read and applied as a whole: everything is optional.</summary>
public sealed record RuleExceptionStatus
{
    /// <summary>The metadata.generation this status speaks of.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>Active: it has not expired, and every rule it names exists and takes it in; else the message says which does not, why, and what to do. Expired: its time is over; it has no effect and may be deleted.</summary>
    [ListType("map", "type")]
    public IReadOnlyList<Condition>? Conditions { get; init; }
}
