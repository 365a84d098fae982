using System.Runtime.CompilerServices;
using Daytwo.Etcd;

namespace Daytwo.Cluster.Tests.Support;

/// <summary>Waits for what real servers and programs are about to do. The limit is only there to end a broken test.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static Task True(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "") => True(() => Task.FromResult(condition()), what);

    /// <summary>Asks until the answer is yes. An etcd that does not answer yet means no.</summary>
    public static async Task True(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        Assert.True(await Last(() => Answer(condition), yes => yes), $"did not happen: {what}");

    /// <summary>Asks until the answer is as expected, and gives it.</summary>
    /// <param name="say">The last answer in words, for the failure.</param>
    public static async Task<T> Get<T>(Func<Task<T>> ask, Func<T, bool> expected, Func<T, string> say)
    {
        var last = await Last(ask, expected);
        Assert.True(expected(last), $"it did not come to what is expected; last: {say(last)}");
        return last;
    }

    /// <summary>Asks until the answer is as expected; gives the last one, expected or not.</summary>
    public static async Task<T> Last<T>(Func<Task<T>> ask, Func<T, bool> expected)
    {
        var test = TestContext.Current.CancellationToken;
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            var answer = await ask();
            if (expected(answer) || limit.IsCancellationRequested)
            {
                return answer;
            }

            await Task.Delay(Pause, test);
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
