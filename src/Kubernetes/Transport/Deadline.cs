namespace Daytwo.Kubernetes.Transport;

/// <summary>Ends a request when its time is over or its caller gives up, whichever is first.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    public Deadline(TimeSpan timeout, TimeProvider time, CancellationToken callers)
    {
        Callers = callers;
        _source = new CancellationTokenSource(timeout, time);
        _registration = callers.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Callers { get; }

    public CancellationToken Token => _source.Token;

    /// <summary>From now on only the caller ends it.</summary>
    public void Lift() => _source.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
