namespace Daytwo.Etcd.Checksums;

/// <summary>The 64-bit FNV-1a hash, the checksum of bbolt's meta pages.</summary>
internal static class Fnv1A
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Compute(ReadOnlySpan<byte> bytes)
    {
        var hash = Offset;
        foreach (var b in bytes)
        {
            hash = unchecked((hash ^ b) * Prime);
        }

        return hash;
    }
}
