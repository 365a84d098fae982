namespace Daytwo.Storage;

/// <summary>Who may lift a retention lock early.</summary>
public enum RetentionLockMode
{
    /// <summary>Identities with <c>s3:BypassGovernanceRetention</c>; Daytwo never tries.</summary>
    Governance,

    /// <summary>Nobody.</summary>
    Compliance,
}
