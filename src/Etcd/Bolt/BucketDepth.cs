namespace Daytwo.Etcd.Bolt;

/// <summary>How deep a bucket lies in buckets.</summary>
internal enum BucketDepth
{
    /// <summary>The bucket that holds all others.</summary>
    Root,

    /// <summary>A bucket of the root, such as etcd's <c>key</c> and <c>meta</c>.</summary>
    Top,

    /// <summary>Deeper: checked, but its content is not shown.</summary>
    Nested,
}
