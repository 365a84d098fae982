using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Daytwo.Storage.S3;

/// <summary>
/// The bytes of one part, in blocks that are taken as they fill and given back when the part is sent: two parts hold together what is really
/// under way, not two full parts.
/// </summary>
/// <param name="free">Blocks to use again; shared by the parts of one object.</param>
/// <param name="firstBlock">Size of the first block when a new one is made: small objects of known size need no more.</param>
internal sealed class PartBuffer(ConcurrentStack<byte[]> free, int firstBlock)
{
    public const int BlockSize = 256 * 1024;

    private readonly List<byte[]> blocks = [];

    public int Length { get; private set; }

    /// <summary>The bytes from a place to the end of its block; empty at the end of all.</summary>
    public ReadOnlyMemory<byte> From(int position)
    {
        if (position >= Length)
        {
            return default;
        }

        var block = position / BlockSize;
        var start = position % BlockSize;
        return blocks[block].AsMemory(start, Math.Min(BlockSize, Length - (block * BlockSize)) - start);
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var at = Length % BlockSize;
            if (at == 0 && Length == blocks.Count * BlockSize)
            {
                blocks.Add(Take());
            }

            var block = blocks[^1];
            if (at == block.Length)
            {
                // The first block of a small object was as small as the object was said to be.
                Array.Resize(ref block, BlockSize);
                blocks[^1] = block;
            }

            var take = Math.Min(bytes.Length, block.Length - at);
            bytes[..take].CopyTo(block.AsSpan(at));
            Length += take;
            bytes = bytes[take..];
        }
    }

    /// <summary>SHA-256 in base64, as S3's checksum headers want it.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var at = 0; From(at) is { IsEmpty: false } piece; at += piece.Length)
        {
            hash.AppendData(piece.Span);
        }

        return Convert.ToBase64String(hash.GetHashAndReset());
    }

    /// <summary>Gives the blocks back and is empty.</summary>
    public void Clear()
    {
        foreach (var block in blocks.Where(b => b.Length == BlockSize))
        {
            free.Push(block);
        }

        blocks.Clear();
        Length = 0;
    }

    private byte[] Take() =>
        free.TryPop(out var block) ? block : GC.AllocateUninitializedArray<byte>(blocks.Count == 0 ? firstBlock : BlockSize);
}
