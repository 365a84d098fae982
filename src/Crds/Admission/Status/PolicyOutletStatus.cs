namespace Daytwo.Crds.Admission.Status;

/// <summary>The admission policies that serve a rule.</summary>
public sealed record PolicyOutletStatus
{
    /// <summary>What was made: kinds and names.</summary>
    public IReadOnlyList<string>? Objects { get; init; }

    /// <summary>The apiservers that were seen to enforce them as they are now, by address.</summary>
    public IReadOnlyList<string>? ActiveOn { get; init; }

    /// <summary>The apiservers that were not yet seen to, each with why.</summary>
    public IReadOnlyList<string>? PendingOn { get; init; }

    /// <summary>Names exactly what was seen in force, exceptions included; absent until it was.</summary>
    public string? Digest { get; init; }
}
