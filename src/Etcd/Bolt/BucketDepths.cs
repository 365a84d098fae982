namespace Daytwo.Etcd.Bolt;

internal static class BucketDepths
{
    public static BucketDepth Deeper(this BucketDepth depth) => depth == BucketDepth.Root ? BucketDepth.Top : BucketDepth.Nested;
}
