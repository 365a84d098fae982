namespace Daytwo.Runtime.Hosting;

/// <summary>
/// Gives memory back to the system after a burst of work. The collector by itself keeps what a burst needed, for hours in a
/// process that then idles; a large first list would set the footprint for good.
/// </summary>
internal sealed class QuietMemory(TimeProvider time)
{
    private const long MiB = 1024 * 1024;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(3);

    private readonly QuietRule _rule = new(burst: 8 * MiB, quiet: MiB / 2);

    public async Task Run(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (!ct.IsCancellationRequested)
        {
            await Task.WhenAny(timer.WaitForNextTickAsync(ct).AsTask()).ConfigureAwait(false);
            if (_rule.Decide(GC.GetTotalAllocatedBytes()))
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
    }
}
