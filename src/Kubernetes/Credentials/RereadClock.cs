namespace Daytwo.Kubernetes.Credentials;

/// <summary>Says when files that somebody renews are due to be read again: first, every ten seconds, and when told.</summary>
internal sealed class RereadClock(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private long? _readAt;

    public bool IsDue => _readAt is not { } at || time.GetElapsedTime(at) >= Interval;

    public void HaveRead() => _readAt = time.GetTimestamp();

    public void MakeDue() => _readAt = null;
}
