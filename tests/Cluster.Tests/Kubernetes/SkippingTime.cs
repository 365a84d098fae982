namespace Daytwo.Cluster.Tests.Kubernetes;

/// <summary>The system's time, whose elapsed time can be made to jump.</summary>
internal sealed class SkippingTime : TimeProvider
{
    private long _skipped;

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _skipped);

    public void Skip(TimeSpan time) => Interlocked.Add(ref _skipped, (long)(time.TotalSeconds * TimestampFrequency));
}
