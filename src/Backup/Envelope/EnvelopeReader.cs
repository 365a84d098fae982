using System.Buffers;
using System.Security.Cryptography;
using Daytwo.Backup.Reading;
using Daytwo.Storage;

namespace Daytwo.Backup.Envelope;

/// <summary>
/// Decrypts an envelope frame by frame. Gives out nothing of a frame before it has been authenticated, and ends only at the mark of the
/// end, so that a change, a cut or an exchange of frames shows, with its place.
/// </summary>
internal sealed class EnvelopeReader(Stream input, EncryptionKey key) : ReadOnlyStream
{
    private AesGcm? cipher;
    private int frameSize;

    // Holds the frame being decrypted and the byte after it, which tells whether it is the last.
    private byte[] sealedFrame = [];
    private int sealedCount;
    private byte[] plain = [];
    private int plainStart;
    private int plainEnd;
    private long frameNumber;
    private bool ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        if (cipher is null)
        {
            await ReadHeader(cancellationToken);
        }

        while (plainStart == plainEnd && !ended)
        {
            await ReadFrame(cancellationToken);
        }

        var count = Math.Min(buffer.Length, plainEnd - plainStart);
        plain.AsMemory(plainStart, count).CopyTo(buffer);
        plainStart += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher?.Dispose();
            Return(ref sealedFrame, clear: false);
            Return(ref plain, clear: true);
            input.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask ReadHeader(CancellationToken ct)
    {
        var header = new byte[EnvelopeFormat.HeaderSize];
        if (await input.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, ct) is var got && got < header.Length)
        {
            throw new SnapshotUnreadableException(SnapshotFault.Damaged, $"The object ends after {got} bytes, inside the envelope's header.", got);
        }

        cipher = Unwrap(header);
        sealedFrame = ArrayPool<byte>.Shared.Rent(frameSize + EnvelopeFormat.TagSize + 1);
        plain = ArrayPool<byte>.Shared.Rent(frameSize);
    }

    private AesGcm Unwrap(byte[] header)
    {
        Span<byte> dataKey = stackalloc byte[EnvelopeFormat.DataKeySize];
        frameSize = EnvelopeHeader.Read(header, key, dataKey);
        var gcm = new AesGcm(dataKey, EnvelopeFormat.TagSize);
        CryptographicOperations.ZeroMemory(dataKey);
        return gcm;
    }

    private async ValueTask ReadFrame(CancellationToken ct)
    {
        var whole = frameSize + EnvelopeFormat.TagSize;
        sealedCount += await input.ReadAtLeastAsync(
            sealedFrame.AsMemory(sealedCount, whole + 1 - sealedCount), whole + 1 - sealedCount, throwOnEndOfStream: false, ct);
        var last = sealedCount <= whole;
        Open(Math.Min(sealedCount, whole), last);
        if (last)
        {
            ended = true;
            return;
        }

        sealedFrame[0] = sealedFrame[whole];
        sealedCount = 1;
        frameNumber++;
    }

    private void Open(int size, bool last)
    {
        var offset = EnvelopeFormat.HeaderSize + (frameNumber * (frameSize + EnvelopeFormat.TagSize));
        plainStart = 0;
        plainEnd = 0;
        Span<byte> nonce = stackalloc byte[EnvelopeFormat.NonceSize];
        EnvelopeFormat.WriteFrameNonce(nonce, frameNumber, last);
        try
        {
            var length = size - EnvelopeFormat.TagSize;
            if (length < 0)
            {
                throw new SnapshotUnreadableException(SnapshotFault.Damaged, $"The object was cut: it ends inside frame {frameNumber}, at byte {offset + size}.", offset + size);
            }

            cipher!.Decrypt(nonce, sealedFrame.AsSpan(0, length), sealedFrame.AsSpan(length, EnvelopeFormat.TagSize), plain.AsSpan(0, length));
            plainEnd = length;
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new SnapshotUnreadableException(
                SnapshotFault.Damaged,
                $"Frame {frameNumber} (bytes {offset} to {offset + size - 1} of the object) was changed{(last ? ", or the object was cut there" : "")}.",
                offset,
                e);
        }
    }

    private static void Return(ref byte[] array, bool clear)
    {
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array, clear);
            array = [];
        }
    }
}
