namespace Daytwo.Cluster.Tests.Runtime;

/// <summary>Waits for real servers; the limit only ends a broken test.</summary>
internal static class Waiting
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task Until(Func<bool> condition, string what)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!condition())
        {
            Assert.False(limit.IsCancellationRequested, $"did not happen: {what}");
            await Task.Delay(20);
        }
    }
}
