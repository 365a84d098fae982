using Daytwo.Backup.Manifests;

namespace Daytwo.Backup.Reading;

/// <summary>Whether a snapshot may be believed with the key given. Its manifest's own signature was checked when it was read.</summary>
internal static class SnapshotTrust
{
    /// <exception cref="SnapshotUnreadableException">A key was given and the snapshot was made without or with another.</exception>
    public static void Check(SnapshotManifest manifest, EncryptionKey? key)
    {
        if (key is null || manifest.KeyId == key.Id)
        {
            return;
        }

        throw manifest.KeyId is null
            ? new SnapshotUnreadableException(
                SnapshotFault.Untrusted, $"Snapshot {manifest.Id} is neither signed nor encrypted, but a key was given. To take it as it is, give no key.")
            : new SnapshotUnreadableException(
                SnapshotFault.KeyWrong, $"Snapshot {manifest.Id} was made with key {manifest.KeyId}; the key given is {key.Id}.");
    }
}
