using System.Buffers.Binary;
using System.Security.Cryptography;
using Daytwo.Backup.Reading;

namespace Daytwo.Backup.Envelope;

/// <summary>The first bytes of an envelope: which key, how frames are cut, and the wrapped key that encrypts them.</summary>
internal static class EnvelopeHeader
{
    /// <summary>Writes a header for a fresh data key.</summary>
    /// <param name="dataKey">32 random bytes, used for this one envelope.</param>
    /// <param name="wrapNonce">12 random bytes.</param>
    public static byte[] Write(EncryptionKey key, ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> wrapNonce, int frameSize)
    {
        var header = new byte[EnvelopeFormat.HeaderSize];
        var span = header.AsSpan();
        EnvelopeFormat.Magic.CopyTo(span);
        span[EnvelopeFormat.VersionOffset] = EnvelopeFormat.Version;
        span[EnvelopeFormat.AlgorithmOffset] = EnvelopeFormat.Aes256Gcm;
        BinaryPrimitives.WriteInt32BigEndian(span[EnvelopeFormat.FrameSizeOffset..], frameSize);
        key.IdBytes.CopyTo(span[EnvelopeFormat.KeyIdOffset..]);
        wrapNonce.CopyTo(span[EnvelopeFormat.WrapNonceOffset..]);

        using var wrap = new AesGcm(key.WrappingKey, EnvelopeFormat.TagSize);
        wrap.Encrypt(
            wrapNonce,
            dataKey,
            span.Slice(EnvelopeFormat.WrappedKeyOffset, EnvelopeFormat.DataKeySize),
            span[EnvelopeFormat.WrapTagOffset..],
            associatedData: span[..EnvelopeFormat.WrappedKeyOffset]);
        return header;
    }

    /// <summary>Checks a header and unwraps its data key.</summary>
    /// <returns>The size of a frame's plain bytes.</returns>
    /// <exception cref="SnapshotUnreadableException">Not an envelope, made with another key, or changed.</exception>
    public static int Read(ReadOnlySpan<byte> header, EncryptionKey key, Span<byte> dataKey)
    {
        if (!header.StartsWith(EnvelopeFormat.Magic))
        {
            throw new SnapshotUnreadableException(SnapshotFault.Damaged, "The object does not begin like an encrypted snapshot.", 0);
        }

        if (header[EnvelopeFormat.VersionOffset] != EnvelopeFormat.Version || header[EnvelopeFormat.AlgorithmOffset] != EnvelopeFormat.Aes256Gcm)
        {
            throw new SnapshotUnreadableException(
                SnapshotFault.FormatUnknown,
                $"The envelope has version {header[EnvelopeFormat.VersionOffset]}, algorithm {header[EnvelopeFormat.AlgorithmOffset]}; this program reads version 1, algorithm 1.",
                EnvelopeFormat.VersionOffset);
        }

        var id = header.Slice(EnvelopeFormat.KeyIdOffset, EncryptionKey.IdSize);
        if (!id.SequenceEqual(key.IdBytes))
        {
            throw new SnapshotUnreadableException(
                SnapshotFault.KeyWrong, $"The snapshot is encrypted with key {Convert.ToHexStringLower(id)}; the key given is {key.Id}.", EnvelopeFormat.KeyIdOffset);
        }

        Unwrap(header, key, dataKey);
        return FrameSize(header);
    }

    private static void Unwrap(ReadOnlySpan<byte> header, EncryptionKey key, Span<byte> dataKey)
    {
        using var wrap = new AesGcm(key.WrappingKey, EnvelopeFormat.TagSize);
        try
        {
            wrap.Decrypt(
                header.Slice(EnvelopeFormat.WrapNonceOffset, EnvelopeFormat.NonceSize),
                header.Slice(EnvelopeFormat.WrappedKeyOffset, EnvelopeFormat.DataKeySize),
                header.Slice(EnvelopeFormat.WrapTagOffset, EnvelopeFormat.TagSize),
                dataKey,
                associatedData: header[..EnvelopeFormat.WrappedKeyOffset]);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new SnapshotUnreadableException(
                SnapshotFault.Damaged, $"The envelope's header (bytes 0 to {EnvelopeFormat.HeaderSize - 1}) was changed.", 0, e);
        }
    }

    private static int FrameSize(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadInt32BigEndian(header[EnvelopeFormat.FrameSizeOffset..]) is var size
        && size is >= EnvelopeFormat.MinFrameSize and <= EnvelopeFormat.MaxFrameSize
            ? size
            : throw new SnapshotUnreadableException(
                SnapshotFault.FormatUnknown, $"The envelope has frames of {size} bytes; this program reads 64 KiB to 1 MiB.", EnvelopeFormat.FrameSizeOffset);
}
