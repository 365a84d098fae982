namespace Daytwo.Runtime.Tests.Support;

/// <summary>Waits for what pool threads are about to do. The limit is only there to end a broken test.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <param name="time">When given, it passes meanwhile, slowly enough for pool threads to follow.</param>
    public static async Task True(Func<bool> condition, string what, ManualTime? time = null)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!condition())
        {
            Assert.False(limit.IsCancellationRequested, $"did not happen: {what}");
            await Task.Delay(1);
            time?.Advance(TimeSpan.FromSeconds(0.2));
        }
    }

    public static Task<T> Within<T>(Task<T> task) => task.WaitAsync(Limit);

    public static Task Within(Task task) => task.WaitAsync(Limit);
}
