namespace Daytwo.Crds.Admission.Status;

/// <summary>What both outlets said of the same live requests.</summary>
public sealed record OutletComparison
{
    /// <summary>How many requests were compared.</summary>
    public long? Requests { get; init; }

    /// <summary>How many were answered differently.</summary>
    public long? Differences { get; init; }

    /// <summary>The last of them.</summary>
    public OutletDifference? LastDifference { get; init; }
}
