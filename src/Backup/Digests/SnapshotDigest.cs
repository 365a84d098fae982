using System.Security.Cryptography;

namespace Daytwo.Backup.Digests;

/// <summary>
/// Hashes a snapshot once and answers two questions: its SHA-256, and whether its last 32 bytes are the SHA-256 of all before them, as
/// etcd promises.
/// </summary>
internal sealed class SnapshotDigest : IDisposable
{
    private const int TrailerSize = SHA256.HashSizeInBytes;
    private const int SectorSize = 512;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    // The last bytes seen stay out of the hash until it is known that they are not the trailer.
    private readonly byte[] held = new byte[TrailerSize];
    private int heldCount;

    public long Length { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        var release = Math.Clamp(heldCount + bytes.Length - TrailerSize, 0, heldCount);
        hash.AppendData(held, 0, release);
        held.AsSpan(release, heldCount - release).CopyTo(held);
        heldCount -= release;

        var keep = Math.Min(bytes.Length, TrailerSize - heldCount);
        hash.AppendData(bytes[..^keep]);
        bytes[^keep..].CopyTo(held.AsSpan(heldCount));
        heldCount += keep;
    }

    /// <summary>Ends the hash.</summary>
    public SnapshotDigestResult Finish()
    {
        Span<byte> body = stackalloc byte[TrailerSize];
        hash.GetCurrentHash(body);
        var trailer = held.AsSpan(0, heldCount);
        var problem = (Length % SectorSize, trailer.SequenceEqual(body)) switch
        {
            (TrailerSize, true) => null,
            (TrailerSize, false) => "its content does not match the SHA-256 that etcd put at its end",
            (0, _) => "etcd's SHA-256 at its end is missing",
            _ => $"its length of {Length} bytes is not that of a database followed by a SHA-256",
        };
        hash.AppendData(trailer);
        return new SnapshotDigestResult(Length, Convert.ToHexStringLower(hash.GetHashAndReset()), problem);
    }

    public void Dispose() => hash.Dispose();
}
