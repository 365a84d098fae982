using Daytwo.Etcd;

namespace Daytwo.Cluster.Tests.Etcd;

internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Asks until the answer is yes, at most a minute. An etcd that does not answer yet means no.</summary>
    public static async Task True(Func<Task<bool>> condition, CancellationToken testEnds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(testEnds);
        limit.CancelAfter(Limit);
        var ct = limit.Token;
        while (!await Answer(condition))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }
    }

    private static async Task<bool> Answer(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (EtcdException e) when (e.Retryable)
        {
            return false;
        }
    }
}
