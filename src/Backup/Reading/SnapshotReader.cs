using System.IO.Compression;
using Daytwo.Backup.Envelope;
using Daytwo.Backup.Manifests;
using Daytwo.Storage;

namespace Daytwo.Backup.Reading;

/// <summary>Opens stored snapshots: decrypted, decompressed, checked.</summary>
public static class SnapshotReader
{
    /// <summary>The snapshot as etcd sent it, ready for <c>etcdutl snapshot restore</c>.</summary>
    /// <remarks>
    /// Reading to the end has proven every digest: of the stored bytes, of the plain bytes, and etcd's own. Bytes read before the end
    /// prove nothing: write them to a temporary name and rename after the end. Reads raise <see cref="SnapshotUnreadableException"/> on
    /// damage and <see cref="StoreException"/> when the store fails.
    /// </remarks>
    /// <exception cref="SnapshotUnreadableException">No key or the wrong one, or the data is missing.</exception>
    public static async Task<Stream> Open(IObjectStore store, SnapshotManifest manifest, EncryptionKey? key, CancellationToken ct)
    {
        CheckKey(manifest, key);
        var stored = await StoredStream.Open(store, manifest, ct);
        Stream decrypted = manifest.KeyId is null ? stored : new EnvelopeReader(stored, key!);
        Stream plain = manifest.Compression == Compression.Gzip ? new GZipStream(decrypted, CompressionMode.Decompress) : decrypted;
        return new VerifiedStream(plain, decrypted, stored, manifest.Plain);
    }

    private static void CheckKey(SnapshotManifest manifest, EncryptionKey? key)
    {
        SnapshotTrust.Check(manifest, key);
        if (manifest.KeyId is { } needed && key is null)
        {
            throw new SnapshotUnreadableException(SnapshotFault.KeyMissing, $"Snapshot {manifest.Id} is encrypted with key {needed} and no key was given.");
        }
    }
}
