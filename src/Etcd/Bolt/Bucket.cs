namespace Daytwo.Etcd.Bolt;

/// <summary>A bucket while it is walked: keeps the last key seen, which the next subtree must start above.</summary>
internal sealed class Bucket(BucketDepth depth)
{
    private byte[] _last = [];
    private int _lastLength;

    public BucketDepth Depth => depth;

    public bool IsAboveLast(ReadOnlySpan<byte> key) => key.SequenceCompareTo(_last.AsSpan(0, _lastLength)) > 0;

    public void Last(ReadOnlySpan<byte> key)
    {
        if (_last.Length < key.Length)
        {
            _last = new byte[key.Length];
        }

        key.CopyTo(_last);
        _lastLength = key.Length;
    }
}
