using System.Buffers;
using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pipeline;
using Daytwo.Backup.Reading;
using Daytwo.Etcd.Inspection;
using Daytwo.Etcd.Snapshots;

namespace Daytwo.Backup.Verification;

/// <summary>Reads a snapshot back down to etcd's records.</summary>
internal static class FullCheck
{
    private const int BufferSize = 256 * 1024;

    /// <exception cref="SnapshotUnreadableException">Something is not as it was stored, or not a sound database.</exception>
    /// <exception cref="SpoolException">The temporary file failed.</exception>
    public static async Task<SnapshotContent> Run(VerificationRequest request, ProgressMeter meter, CancellationToken ct)
    {
        using var spool = EncryptedSpool.Create(request.SpoolDirectory);
        await Fill(spool, request, meter, ct);
        return Compare(Inspect(spool, ct), request.Manifest);
    }

    private static async Task Fill(EncryptedSpool spool, VerificationRequest request, ProgressMeter meter, CancellationToken ct)
    {
        await using var stream = await SnapshotReader.Open(request.Store, request.Manifest, request.Key, ct);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await stream.ReadAsync(buffer, ct) is > 0 and var count)
            {
                spool.Append(buffer.AsSpan(0, count));
                meter.Stored(((VerifiedStream)stream).StoredBytesRead);
                meter.Passed(count, request.Manifest.Plain.Size - spool.Length);
            }

            spool.Finish();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static SnapshotInspection Inspect(EncryptedSpool spool, CancellationToken ct)
    {
        try
        {
            return SnapshotFile.Inspect(spool, ct);
        }
        catch (SnapshotDamagedException e)
        {
            throw new SnapshotUnreadableException(
                SnapshotFault.Damaged, $"The snapshot is what etcd sent, but no sound database: {e.Message}. Check the member it came from.", null, e);
        }
    }

    private static SnapshotContent Compare(SnapshotInspection found, SnapshotManifest manifest)
    {
        var content = new SnapshotContent(found.Status.Hash, found.Status.Revision, found.Status.TotalKeys, found.Status.TotalSize);
        return manifest.Content is null || manifest.Content == content
            ? content
            : throw new SnapshotUnreadableException(
                SnapshotFault.Damaged, $"The manifest promises {manifest.Content}, the database holds {content}. One of them was exchanged.");
    }
}
