using System.Security.Cryptography;

namespace Daytwo.Etcd.Snapshots;

/// <summary>
/// Checks the SHA-256 that etcd appends to a snapshot: it covers every byte before it. Fed in order, in pieces of any
/// size; holds back the last 32 bytes, since only the end tells that they are the digest.
/// </summary>
public sealed class SnapshotDigest : IDisposable
{
    /// <summary>A database has whole pages, so a file with the digest has this length modulo 512.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private const int Sector = 512;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _tail = new byte[Length];
    private int _held;

    /// <summary>Bytes fed so far.</summary>
    public long Bytes { get; private set; }

    public void Append(ReadOnlySpan<byte> piece)
    {
        Bytes += piece.Length;
        if (piece.Length >= Length)
        {
            _hash.AppendData(_tail.AsSpan(0, _held));
            _hash.AppendData(piece[..^Length]);
            piece[^Length..].CopyTo(_tail);
            _held = Length;
            return;
        }

        var leaving = Math.Max(0, _held + piece.Length - Length);
        _hash.AppendData(_tail.AsSpan(0, leaving));
        _tail.AsSpan(leaving, _held - leaving).CopyTo(_tail);
        _held -= leaving;
        piece.CopyTo(_tail.AsSpan(_held));
        _held += piece.Length;
    }

    /// <summary>Checks the end: afterwards nothing may be appended.</summary>
    /// <exception cref="SnapshotDamagedException">The length is not a snapshot's, or the digest differs.</exception>
    public SnapshotDigests Verify()
    {
        if (Bytes % Sector != Length)
        {
            throw new SnapshotDamagedException(
                $"the snapshot is cut off or carries no digest: its length of {Bytes} bytes is not a multiple of {Sector} plus {Length}");
        }

        var content = _hash.GetCurrentHash();
        if (!content.AsSpan().SequenceEqual(_tail))
        {
            throw new SnapshotDamagedException($"the SHA-256 of the snapshot's {Bytes - Length} bytes is {Convert.ToHexStringLower(content)}, "
                + $"but it ends with {Convert.ToHexStringLower(_tail)}: bytes were changed or lost");
        }

        _hash.AppendData(_tail);
        return new SnapshotDigests(Convert.ToHexStringLower(content), Convert.ToHexStringLower(_hash.GetHashAndReset()));
    }

    public void Dispose() => _hash.Dispose();
}
