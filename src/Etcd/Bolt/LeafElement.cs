namespace Daytwo.Etcd.Bolt;

/// <summary>Where an entry lies in its page.</summary>
/// <param name="Start">Of the key; the value follows it.</param>
/// <param name="IsBucket">True when the value is a bucket, not data.</param>
internal readonly record struct LeafElement(int Start, int KeyLength, int ValueLength, bool IsBucket)
{
    public ReadOnlySpan<byte> Key(ReadOnlySpan<byte> page) => page.Slice(Start, KeyLength);

    public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> page) => page.Slice(Start + KeyLength, ValueLength);

    /// <summary>Key and value, which lie side by side.</summary>
    public ReadOnlySpan<byte> Both(ReadOnlySpan<byte> page) => page.Slice(Start, KeyLength + ValueLength);
}
