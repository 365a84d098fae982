namespace Daytwo.Webhooks.Tests.Support;

/// <summary>Waits for what other threads are about to do. The limit is only there to end a broken test.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static async Task True(Func<bool> condition, string what)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!condition())
        {
            Assert.False(limit.IsCancellationRequested, $"did not happen: {what}");
            await Task.Delay(1);
        }
    }
}
