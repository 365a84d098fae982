using Daytwo.Etcd.Snapshots;
using Daytwo.Storage;

namespace Daytwo.Backup.Reading;

/// <summary>A snapshot whose end is given out only when the digest that etcd appended fits what came before.</summary>
internal sealed class SelfCheckedStream(Stream plain) : ReadOnlyStream
{
    private readonly SnapshotDigest digest = new();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var read = await plain.ReadAsync(buffer, cancellationToken);
            if (read > 0)
            {
                digest.Append(buffer.Span[..read]);
            }
            else if (buffer.Length > 0)
            {
                digest.Verify();
            }

            return read;
        }
        catch (Exception e) when (e is InvalidDataException or SnapshotDamagedException)
        {
            throw new SnapshotUnreadableException(SnapshotFault.Damaged, e.Message, digest.Bytes, e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            plain.Dispose();
            digest.Dispose();
        }

        base.Dispose(disposing);
    }
}
