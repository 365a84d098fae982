namespace Daytwo.Etcd.Inspection;

internal static class EtcdBuckets
{
    public static EtcdBucket Named(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("key"u8) ? EtcdBucket.Key : name.SequenceEqual("meta"u8) ? EtcdBucket.Meta : EtcdBucket.Other;
}
