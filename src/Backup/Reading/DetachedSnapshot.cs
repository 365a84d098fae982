using System.IO.Compression;
using System.IO.Pipelines;
using Daytwo.Backup.Envelope;

namespace Daytwo.Backup.Reading;

/// <summary>
/// Opens a snapshot's data that was fetched by other means, without its manifest: its own first bytes tell whether it is encrypted and
/// compressed.
/// </summary>
public static class DetachedSnapshot
{
    private const int MagicSize = 8;

    private static ReadOnlySpan<byte> GzipMagic => [0x1f, 0x8b];

    /// <summary>The snapshot as etcd sent it.</summary>
    /// <remarks>Reading to the end has checked every frame of the encryption, gzip's checksum and etcd's own digest; nothing vouches for its origin.</remarks>
    /// <exception cref="SnapshotUnreadableException">It is encrypted and there is no key or another one; later, on reads: damage.</exception>
    public static async Task<Stream> Open(Stream stored, EncryptionKey? key, CancellationToken ct)
    {
        var (first, plain) = await Peek(stored, ct);
        if (first.AsSpan().StartsWith(EnvelopeFormat.Magic))
        {
            var envelope = new EnvelopeReader(plain, key ?? throw new SnapshotUnreadableException(SnapshotFault.KeyMissing, "The snapshot is encrypted and no key was given."));
            (first, plain) = await Peek(envelope, ct);
        }

        return new SelfCheckedStream(first.AsSpan().StartsWith(GzipMagic) ? new GZipStream(plain, CompressionMode.Decompress) : plain);
    }

    private static async Task<(byte[] First, Stream All)> Peek(Stream stream, CancellationToken ct)
    {
        var reader = PipeReader.Create(stream);
        var result = await reader.ReadAtLeastAsync(MagicSize, ct);
        var first = new byte[Math.Min(MagicSize, result.Buffer.Length)];
        var position = 0;
        foreach (var segment in result.Buffer)
        {
            var piece = segment.Span[..Math.Min(segment.Length, first.Length - position)];
            piece.CopyTo(first.AsSpan(position));
            position += piece.Length;
        }

        reader.AdvanceTo(result.Buffer.Start);
        return (first, reader.AsStream());
    }
}
