using System.Buffers;
using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pipeline;
using Daytwo.Backup.Reading;

namespace Daytwo.Backup.Verification;

/// <summary>Reads a snapshot back down to etcd's records.</summary>
internal static class FullCheck
{
    private const int BufferSize = 256 * 1024;

    /// <exception cref="SnapshotUnreadableException">Something is not as it was stored, or not a database.</exception>
    public static async Task<SnapshotContent?> Run(VerificationRequest request, ProgressMeter meter, CancellationToken ct)
    {
        await using var stream = (VerifiedStream)await SnapshotReader.Open(request.Store, request.Manifest, request.Key, ct);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var passed = 0L;
        try
        {
            while (await stream.ReadAsync(buffer, ct) is > 0 and var count)
            {
                passed += count;
                meter.Stored(stream.StoredBytesRead);
                meter.Passed(count, request.Manifest.Plain.Size - passed);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        return null;
    }
}
