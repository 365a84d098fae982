using System.Buffers;
using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pipeline;
using Daytwo.Backup.Reading;

namespace Daytwo.Backup.Verification;

/// <summary>Reads the stored bytes and compares their digest.</summary>
internal static class StoredCheck
{
    private const int BufferSize = 256 * 1024;

    /// <exception cref="SnapshotUnreadableException">The bytes are not those of the manifest.</exception>
    public static async Task<SnapshotContent?> Run(VerificationRequest request, ProgressMeter meter, CancellationToken ct)
    {
        await using var stream = await StoredStream.Open(request.Store, request.Manifest, ct);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await stream.ReadAsync(buffer, ct) is > 0 and var count)
            {
                meter.Stored(stream.BytesRead);
                meter.Passed(count, request.Manifest.Stored.Size - stream.BytesRead);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return null;
    }
}
