namespace Daytwo.Crds.Admission.Status;

/// <summary>A request that policy and webhook answered differently. It names the object and holds nothing of it.</summary>
public sealed record OutletDifference
{
    /// <summary>When the webhook answered it.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Operation, resource, namespace and name, such as CREATE pods default/web.</summary>
    public string? Request { get; init; }

    /// <summary>What the policy said.</summary>
    public string? Policy { get; init; }

    /// <summary>What the webhook said.</summary>
    public string? Webhook { get; init; }
}
