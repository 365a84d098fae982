using System.Security.Cryptography;
using Daytwo.Backup.Manifests;

namespace Daytwo.Backup.Digests;

/// <summary>
/// SHA-256 of an object's bytes with checkpoints along the way. The interval doubles as the object grows, so that there are between 64 and
/// 128 of them in any but a small object.
/// </summary>
/// <param name="interval">Bytes between two checkpoints, at first.</param>
/// <param name="keepInterval">Never widen the interval: for comparing with checkpoints that were taken before.</param>
internal sealed class StoredDigest(long interval = StoredDigest.SmallestInterval, bool keepInterval = false) : IDisposable
{
    public const int DigestLength = 16;

    private const long SmallestInterval = 1 << 16;
    private const int MaxCheckpoints = 128;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<string> checkpoints = [];

    public long Length { get; private set; }

    public int CheckpointCount => checkpoints.Count;

    public DigestCheckpoints? Checkpoints => checkpoints.Count == 0 ? null : new DigestCheckpoints(interval, [.. checkpoints]);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var untilCheckpoint = interval - (Length % interval);
            var take = (int)Math.Min(bytes.Length, untilCheckpoint);
            hash.AppendData(bytes[..take]);
            Length += take;
            bytes = bytes[take..];
            if (take == untilCheckpoint)
            {
                AddCheckpoint();
            }
        }
    }

    public string Checkpoint(int index) => checkpoints[index];

    /// <summary>Ends the hash. Lowercase hexadecimal.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();

    private void AddCheckpoint()
    {
        checkpoints.Add(Convert.ToHexStringLower(hash.GetCurrentHash())[..DigestLength]);
        if (keepInterval || checkpoints.Count < MaxCheckpoints)
        {
            return;
        }

        interval *= 2;
        for (var i = 0; i < MaxCheckpoints / 2; i++)
        {
            checkpoints[i] = checkpoints[(2 * i) + 1];
        }

        checkpoints.RemoveRange(MaxCheckpoints / 2, MaxCheckpoints / 2);
    }
}
