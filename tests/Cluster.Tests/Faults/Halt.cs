namespace Daytwo.Cluster.Tests.Faults;

/// <summary>A point at which something stands still until the test lets it go: proof that it is in the middle.</summary>
internal sealed class Halt
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until something stands there; at most a minute.</summary>
    public Task Reached(CancellationToken ct) => reached.Task.WaitAsync(TimeSpan.FromMinutes(1), ct);

    public void Release() => released.TrySetResult();

    public Task Stand(CancellationToken ct)
    {
        reached.TrySetResult();
        return released.Task.WaitAsync(ct);
    }
}
