using System.Buffers;
using Daytwo.Backup.Manifests;
using Daytwo.Etcd.Snapshots;
using Daytwo.Storage;

namespace Daytwo.Backup.Reading;

/// <summary>A snapshot's plain bytes; the end is reported only after every digest was found right.</summary>
/// <param name="plain">Gives the plain bytes; owns the streams below.</param>
/// <param name="decrypted">The stream below decompression, drained at the end so that bytes after the compressed data show.</param>
internal sealed class VerifiedStream(Stream plain, Stream decrypted, StoredStream stored, PlainBytes expected) : ReadOnlyStream
{
    private readonly SnapshotDigest digest = new();
    private bool ended;

    /// <summary>Bytes of the object read so far.</summary>
    public long StoredBytesRead => stored.BytesRead;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || ended)
        {
            return 0;
        }

        var count = await ReadPlain(buffer, cancellationToken);
        if (count > 0)
        {
            digest.Append(buffer.Span[..count]);
            return count;
        }

        await Drain(cancellationToken);
        CheckEnd();
        ended = true;
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            digest.Dispose();
            plain.Dispose();
            decrypted.Dispose();
            stored.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadPlain(Memory<byte> buffer, CancellationToken ct)
    {
        try
        {
            return await plain.ReadAsync(buffer, ct);
        }
        catch (InvalidDataException e)
        {
            // Reading on may find the exact place; if not, decompression is what tells.
            await Drain(ct);
            throw new SnapshotUnreadableException(
                SnapshotFault.Damaged, $"The object cannot be decompressed beyond byte {digest.Bytes} of the snapshot: {e.Message}", stored.BytesRead, e);
        }
    }

    private async ValueTask Drain(CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await decrypted.ReadAsync(buffer, ct) > 0)
            {
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void CheckEnd()
    {
        try
        {
            var found = digest.Verify().File;
            if (digest.Bytes != expected.Size || found != expected.Sha256)
            {
                throw new SnapshotUnreadableException(
                    SnapshotFault.Damaged,
                    $"The stored bytes are whole, yet what they hold ({digest.Bytes} bytes) is not the snapshot of {expected.Size} bytes that the manifest names.");
            }
        }
        catch (SnapshotDamagedException e)
        {
            throw new SnapshotUnreadableException(SnapshotFault.Damaged, $"What is stored is not what etcd sent: {e.Message}.", null, e);
        }
    }
}
