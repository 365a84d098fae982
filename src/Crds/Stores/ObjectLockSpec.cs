using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Stores;

/// <summary>S3 Object Lock on each stored object.</summary>
public sealed record ObjectLockSpec
{
    /// <summary>Governance: privileged users can lift the lock. Compliance: nobody can.</summary>
    [Required]
    public ObjectLockMode Mode { get; init; }

    /// <summary>How long each snapshot stays locked, such as 168h. Retention deletes it only afterwards.</summary>
    [Required, Duration]
    public TimeSpan RetainFor { get; init; }
}
