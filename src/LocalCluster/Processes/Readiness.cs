namespace Daytwo.LocalCluster.Processes;

/// <summary>Waits for a started program to answer.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks <paramref name="probe"/> until it says yes, the child ends, or time is up.</summary>
    /// <exception cref="LocalClusterException">The child ended or did not answer in time.</exception>
    public static async Task Await(ChildProcess child, Func<CancellationToken, Task<bool>> probe, TimeSpan limit, TimeProvider time, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        while (!await Answers(probe, ct))
        {
            if (child.HasExited)
            {
                throw new LocalClusterException($"{child.Name} ended before it was ready. The end of its log ({child.LogFile}):\n{child.LogTail()}");
            }

            if (time.GetElapsedTime(start) > limit)
            {
                throw new LocalClusterException($"{child.Name} was not ready after {limit.TotalSeconds:0} s. The end of its log ({child.LogFile}):\n{child.LogTail()}");
            }

            await Task.Delay(Pause, time, ct);
        }
    }

    private static async Task<bool> Answers(Func<CancellationToken, Task<bool>> probe, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            return await probe(limit.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }
}
