namespace Daytwo.Etcd.Tests.Snapshots;

/// <summary>Cuts bytes into the pieces in which they might arrive.</summary>
internal static class Cuts
{
    /// <summary>Pieces of the given lengths, over and over; a length of 0 becomes 1.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(byte[] bytes, byte[] lengths)
    {
        for (var (at, i) = (0, 0); at < bytes.Length; i++)
        {
            var length = lengths.Length == 0 ? bytes.Length : Math.Min(bytes.Length - at, Math.Max(1, (int)lengths[i % lengths.Length]));
            yield return bytes.AsMemory(at, length);
            at += length;
        }
    }
}
