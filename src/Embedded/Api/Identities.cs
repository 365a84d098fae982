namespace Daytwo.Embedded.Api;

/// <summary>Makes UIDs and the endings of generated names.</summary>
internal sealed class Identities(Random random)
{
    private const string SuffixLetters = "bcdfghjklmnpqrstvwxz2456789";
    private const int SuffixLength = 5;
    private const int LongestGeneratedPrefix = 58;

    /// <summary>A random (version 4) UUID.</summary>
    public string Uid()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>A name with a prefix, cut so that the name stays a DNS label.</summary>
    public string Name(string prefix)
    {
        var kept = prefix.Length > LongestGeneratedPrefix ? prefix[..LongestGeneratedPrefix] : prefix;
        return kept + new string(random.GetItems<char>(SuffixLetters, SuffixLength));
    }
}
