namespace Daytwo.Backup.Pruning;

/// <summary>How far a snapshot can be relied on.</summary>
public enum SnapshotHealth
{
    /// <summary>Never verified.</summary>
    Unknown,

    /// <summary>Its latest verification found all well.</summary>
    Verified,

    /// <summary>Its latest verification found it changed, cut or missing.</summary>
    Damaged,

    /// <summary>Not signed with the key in use: from before a change of keys, or slipped in by somebody.</summary>
    Untrusted,
}
