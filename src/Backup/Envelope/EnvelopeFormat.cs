using System.Buffers.Binary;

namespace Daytwo.Backup.Envelope;

/// <summary>Sizes and places of the encrypted envelope; docs/backup-format.md describes it in full.</summary>
internal static class EnvelopeFormat
{
    public const byte Version = 1;
    public const byte Aes256Gcm = 1;

    public const int NonceSize = 12;
    public const int TagSize = 16;
    public const int DataKeySize = 32;

    // Header: magic, version, algorithm, two zero bytes, frame size, key id, wrapping nonce; then the wrapped data key and its tag.
    public const int VersionOffset = 8;
    public const int AlgorithmOffset = 9;
    public const int FrameSizeOffset = 12;
    public const int KeyIdOffset = 16;
    public const int WrapNonceOffset = KeyIdOffset + EncryptionKey.IdSize;
    public const int WrappedKeyOffset = WrapNonceOffset + NonceSize;
    public const int WrapTagOffset = WrappedKeyOffset + DataKeySize;
    public const int HeaderSize = WrapTagOffset + TagSize;

    public const int DefaultFrameSize = 128 * 1024;
    public const int MinFrameSize = 64 * 1024;
    public const int MaxFrameSize = 1024 * 1024;

    public static ReadOnlySpan<byte> Magic => "DAYTWOEN"u8;

    /// <summary>Nonce of a frame: three zero bytes, 1 for the last frame or else 0, the frame's number from 0 in eight bytes.</summary>
    public static void WriteFrameNonce(Span<byte> nonce, long frame, bool last)
    {
        nonce.Clear();
        nonce[3] = last ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(nonce[4..], frame);
    }
}
