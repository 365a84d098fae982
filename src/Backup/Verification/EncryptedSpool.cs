using System.Security.Cryptography;
using Daytwo.Etcd.Bolt;
using Microsoft.Win32.SafeHandles;

namespace Daytwo.Backup.Verification;

/// <summary>
/// A temporary file that is written once from start to end and then read anywhere. It has no name any more as soon as it exists, and its
/// content is encrypted with a key that lives in this object only, so nothing readable is ever left on a disk, whatever ends the process.
/// </summary>
internal sealed class EncryptedSpool : IPageSource, IDisposable
{
    // The reader of pages reads ahead where pages are in order, so a small cache does.
    private const int BlockSize = 16 * 1024;
    private const int SealedSize = BlockSize + TagSize;
    private const int TagSize = 16;
    private const int NonceSize = 12;
    private const int CachedBlocks = 32;

    private readonly SafeFileHandle file;
    private readonly AesGcm cipher;
    private readonly byte[] sealedBlock = new byte[SealedSize];
    private readonly byte[] filling = new byte[BlockSize];
    private readonly byte[] cache = new byte[CachedBlocks * BlockSize];
    private readonly long[] cached = new long[CachedBlocks];
    private int count;
    private long blocks;
    private bool finished;

    private EncryptedSpool(SafeFileHandle file)
    {
        this.file = file;
        Span<byte> key = stackalloc byte[32];
        RandomNumberGenerator.Fill(key);
        cipher = new AesGcm(key, TagSize);
        CryptographicOperations.ZeroMemory(key);
        Array.Fill(cached, -1);
    }

    public long Length { get; private set; }

    /// <param name="directory">Null for the system's temporary directory.</param>
    /// <exception cref="SpoolException">No file can be made there.</exception>
    public static EncryptedSpool Create(string? directory)
    {
        var folder = directory ?? Path.GetTempPath();
        var path = Path.Combine(folder, $".daytwo-spool-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");
        try
        {
            var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
            File.Delete(path);
            return new EncryptedSpool(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpoolException($"No temporary file can be made in {folder}: {e.Message} Name another directory for verification.", e);
        }
    }

    /// <exception cref="SpoolException">The disk is full or fails.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        while (!bytes.IsEmpty)
        {
            var take = Math.Min(bytes.Length, BlockSize - count);
            bytes[..take].CopyTo(filling.AsSpan(count));
            count += take;
            bytes = bytes[take..];
            if (count == BlockSize)
            {
                WriteBlock();
            }
        }
    }

    /// <summary>Ends writing; reading is allowed from now on.</summary>
    public void Finish()
    {
        if (count > 0)
        {
            filling.AsSpan(count).Clear();
            WriteBlock();
        }

        finished = true;
    }

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> into)
    {
        if (!finished || offset < 0 || offset + into.Length > Length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"The spool holds {Length} bytes.");
        }

        while (!into.IsEmpty)
        {
            var block = offset / BlockSize;
            var start = (int)(offset % BlockSize);
            var take = Math.Min(into.Length, BlockSize - start);
            Block(block).Slice(start, take).CopyTo(into);
            offset += take;
            into = into[take..];
        }
    }

    public void Dispose()
    {
        cipher.Dispose();
        file.Dispose();
        CryptographicOperations.ZeroMemory(filling);
        CryptographicOperations.ZeroMemory(cache);
    }

    private void WriteBlock()
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        Nonce(nonce, blocks);
        cipher.Encrypt(nonce, filling, sealedBlock.AsSpan(0, BlockSize), sealedBlock.AsSpan(BlockSize));
        try
        {
            RandomAccess.Write(file, sealedBlock, blocks * SealedSize);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpoolException(
                $"The temporary file for verification cannot be written beyond {blocks * SealedSize} bytes: {e.Message} Free space, or name another directory.", e);
        }

        blocks++;
        count = 0;
    }

    private Span<byte> Block(long block)
    {
        var slot = (int)(block % CachedBlocks);
        var plain = cache.AsSpan(slot * BlockSize, BlockSize);
        if (cached[slot] != block)
        {
            cached[slot] = -1;
            ReadBlock(block, plain);
            cached[slot] = block;
        }

        return plain;
    }

    private void ReadBlock(long block, Span<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        Nonce(nonce, block);
        try
        {
            for (var read = 0; read < SealedSize;)
            {
                var got = RandomAccess.Read(file, sealedBlock.AsSpan(read), (block * SealedSize) + read);
                read += got > 0 ? got : throw new EndOfStreamException("the file is too short");
            }

            cipher.Decrypt(nonce, sealedBlock.AsSpan(0, BlockSize), sealedBlock.AsSpan(BlockSize), plain);
        }
        catch (Exception e) when (e is IOException or CryptographicException)
        {
            throw new SpoolException($"The temporary file for verification cannot be read back: {e.Message} Check that disk, or name another directory.", e);
        }
    }

    private static void Nonce(Span<byte> nonce, long block) => System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(nonce[(NonceSize - sizeof(long))..], block);
}
