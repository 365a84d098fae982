namespace Daytwo.Backup.Verification;

/// <summary>How thoroughly a stored snapshot is checked. Each level contains those before it.</summary>
public enum VerificationLevel
{
    None,

    /// <summary>Read back from the store; size and SHA-256 of the stored bytes.</summary>
    Stored,

    /// <summary>Also decrypted and decompressed; etcd's own digest; a walk through the whole database giving revision, keys and hash.</summary>
    Full,
}
