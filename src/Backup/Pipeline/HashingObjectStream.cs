using Daytwo.Backup.Digests;
using Daytwo.Storage;

namespace Daytwo.Backup.Pipeline;

/// <summary>The last stage: hashes the bytes to be stored and hands them to the store.</summary>
internal sealed class HashingObjectStream(ObjectWriter writer, StoredDigest digest) : WriteOnlyStream
{
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        digest.Append(buffer.Span);
        await writer.Write(buffer, cancellationToken);
    }
}
