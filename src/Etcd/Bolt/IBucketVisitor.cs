namespace Daytwo.Etcd.Bolt;

/// <summary>Sees the content of a database in order: each bucket of the root, then what is in it.</summary>
internal interface IBucketVisitor
{
    /// <summary>A bucket starts.</summary>
    void Bucket(ReadOnlySpan<byte> name);

    /// <summary>An entry of the bucket. A bucket within it, which etcd never makes, comes as an entry without value.</summary>
    /// <param name="page">Holds the entry.</param>
    /// <param name="offset">The file's byte where the entry starts, for errors.</param>
    void Entry(ReadOnlySpan<byte> page, LeafElement entry, long offset);
}
