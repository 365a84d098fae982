using System.Buffers;
using System.Security.Cryptography;

namespace Daytwo.Backup.Envelope;

/// <summary>Encrypts what is written to it, frame by frame, into another stream. <see cref="Complete"/> writes the last frame.</summary>
internal sealed class EnvelopeWriter : WriteOnlyStream
{
    private readonly Stream output;
    private readonly AesGcm cipher;
    private readonly byte[] header;
    private readonly int frameSize;
    private readonly byte[] plain;
    private readonly byte[] frame;
    private int plainCount;
    private long frameNumber;
    private bool headerWritten;

    /// <param name="random">Fills with unpredictable bytes; <see cref="RandomNumberGenerator.Fill"/> outside of tests.</param>
    public EnvelopeWriter(Stream output, EncryptionKey key, Action<Span<byte>> random, int frameSize = EnvelopeFormat.DefaultFrameSize)
    {
        this.output = output;
        this.frameSize = frameSize;
        Span<byte> dataKey = stackalloc byte[EnvelopeFormat.DataKeySize];
        Span<byte> wrapNonce = stackalloc byte[EnvelopeFormat.NonceSize];
        random(dataKey);
        random(wrapNonce);
        header = EnvelopeHeader.Write(key, dataKey, wrapNonce, frameSize);
        cipher = new AesGcm(dataKey, EnvelopeFormat.TagSize);
        CryptographicOperations.ZeroMemory(dataKey);
        plain = ArrayPool<byte>.Shared.Rent(frameSize);
        frame = ArrayPool<byte>.Shared.Rent(frameSize + EnvelopeFormat.TagSize);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            // A full frame waits for the next byte, for it may be the last and then carries the mark of the end.
            if (plainCount == frameSize)
            {
                await WriteFrame(last: false, cancellationToken);
            }

            var take = Math.Min(buffer.Length, frameSize - plainCount);
            buffer.Span[..take].CopyTo(plain.AsSpan(plainCount));
            plainCount += take;
            buffer = buffer[take..];
        }
    }

    public async ValueTask Complete(CancellationToken ct) => await WriteFrame(last: true, ct);

    protected override void Dispose(bool disposing)
    {
        if (disposing && plainCount >= 0)
        {
            plainCount = -1;
            cipher.Dispose();
            ArrayPool<byte>.Shared.Return(plain, clearArray: true);
            ArrayPool<byte>.Shared.Return(frame);
        }

        base.Dispose(disposing);
    }

    private async ValueTask WriteFrame(bool last, CancellationToken ct)
    {
        if (!headerWritten)
        {
            headerWritten = true;
            await output.WriteAsync(header, ct);
        }

        await output.WriteAsync(Seal(last), ct);
    }

    private ReadOnlyMemory<byte> Seal(bool last)
    {
        Span<byte> nonce = stackalloc byte[EnvelopeFormat.NonceSize];
        EnvelopeFormat.WriteFrameNonce(nonce, frameNumber++, last);
        cipher.Encrypt(nonce, plain.AsSpan(0, plainCount), frame.AsSpan(0, plainCount), frame.AsSpan(plainCount, EnvelopeFormat.TagSize));
        var sealedFrame = frame.AsMemory(0, plainCount + EnvelopeFormat.TagSize);
        plainCount = 0;
        return sealedFrame;
    }
}
