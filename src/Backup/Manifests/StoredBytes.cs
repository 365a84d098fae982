using Daytwo.Storage;

namespace Daytwo.Backup.Manifests;

/// <summary>The object in the store: compressed, encrypted.</summary>
/// <param name="Name">File name beside the manifest.</param>
/// <param name="Sha256">Lowercase hexadecimal.</param>
public sealed record StoredBytes(string Name, long Size, string Sha256)
{
    /// <summary>Where along the object a damage begins can be told from these; null in very small objects.</summary>
    public DigestCheckpoints? Checkpoints { get; init; }

    /// <summary>Forbids deletion until then, if the store was asked to.</summary>
    public RetentionLock? Lock { get; init; }
}
