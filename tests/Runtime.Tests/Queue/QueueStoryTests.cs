using System.Globalization;
using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Queue;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Queue;

/// <summary>The work queue told as stories, see <c>testdata</c>.</summary>
public sealed class QueueStoryTests
{
    [Theory]
    [InlineData("one-worker", 1)]
    [InlineData("two-workers", 2)]
    [InlineData("back-off", 1)]
    [InlineData("initial-list", 1)]
    [InlineData("hold", 1)]
    public void Queue_follows_the_story(string name, int workers)
    {
        var options = new QueueOptions(workers, new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), 0), TimeSpan.FromSeconds(10));
        var machine = new WorkQueueMachine<string>(options, new FixedRandom(0));
        Story.Check(machine, QueueInput<string>.Elapsed, Parse, start => $"start {start.Key}" + (start.Failures > 0 ? $" after {start.Failures} failures" : ""), name);
    }

    private static QueueInput<string> Parse(string[] words) => words switch
    {
        ["add", var key] => QueueInput<string>.Add(key),
        ["add", var key, "initial"] => QueueInput<string>.Add(key, QueuePriority.Initial),
        ["add", var key, "in", var delay] => QueueInput<string>.Add(key, delay: Seconds(delay)),
        ["done", var key] => QueueInput<string>.Done(key),
        ["again", var key, "in", var delay] => QueueInput<string>.Again(key, Seconds(delay)),
        ["retry", var key] => QueueInput<string>.Retry(key),
        ["hold", var key] => QueueInput<string>.Hold(key),
        ["close"] => QueueInput<string>.Close,
        _ => throw new FormatException(string.Join(' ', words)),
    };

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text.TrimEnd('s'), CultureInfo.InvariantCulture));
}
