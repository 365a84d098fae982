using System.Runtime.ExceptionServices;
using Daytwo.Backup.Digests;
using Daytwo.Storage;

namespace Daytwo.Backup.Pipeline;

/// <summary>The last stage: hashes the bytes to be stored and hands them to the store. Once a write has failed, every later one fails alike.</summary>
/// <param name="run">
/// Ends every write. Stages above that are disposed of write what they still hold, without a token of their own, and must not wait then for a
/// store that stands still.
/// </param>
internal sealed class HashingObjectStream(ObjectWriter writer, StoredDigest digest, CancellationToken run) : WriteOnlyStream
{
    private ExceptionDispatchInfo? broken;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        broken?.Throw();
        digest.Append(buffer.Span);
        try
        {
            await writer.Write(buffer, cancellationToken.CanBeCanceled ? cancellationToken : run);
        }
        catch (Exception e)
        {
            broken = ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }
}
