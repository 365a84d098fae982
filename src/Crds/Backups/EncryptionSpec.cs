using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Backups;

/// <summary>Envelope encryption: each snapshot has its own data key, wrapped by the key in the Secret. The manifest is signed with it too.</summary>
public sealed record EncryptionSpec
{
    /// <summary>
    /// Secret whose data key encryption.key holds 32 random bytes written in base64. Keep a copy outside the cluster:
    /// without it no snapshot can be restored.
    /// </summary>
    [Required]
    public SecretReference KeySecret { get => field ?? new(); init; }

    /// <summary>The cipher: AES-256-GCM.</summary>
    [Default]
    public EncryptionAlgorithm Algorithm { get; init; }
}
