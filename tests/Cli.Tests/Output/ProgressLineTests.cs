using Daytwo.Cli.Output;
using Daytwo.Cli.Tests.Support;

namespace Daytwo.Cli.Tests.Output;

public sealed class ProgressLineTests
{
    private const long Mebi = 1 << 20;

    [Theory]
    [InlineData(0, null, 0, "fetching …")]
    [InlineData(10 * Mebi, null, 2, "fetching  10.0 MiB  5.00 MiB/s")]
    [InlineData(10 * Mebi, 40 * Mebi, 2, "fetching   25 %  10.0 MiB of 40.0 MiB  5.00 MiB/s  6.0s left")]
    [InlineData(40 * Mebi, 40 * Mebi, 2, "fetching  100 %  40.0 MiB of 40.0 MiB  20.0 MiB/s")]
    [InlineData(50 * Mebi, 40 * Mebi, 2, "fetching  50.0 MiB  25.0 MiB/s")]
    public void Text_tells_share_rate_and_time_left(long done, long? total, double seconds, string text) =>
        Assert.Equal(text, ProgressLine.Text("fetching", done, total, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Terminal_shows_one_line_that_is_rewritten_and_cleared()
    {
        using var error = new StringWriter();
        var clock = new ManualClock();
        using (var line = new ProgressLine(error, terminal: true, clock))
        {
            line.Report("fetching", 0, null);
            clock.Advance(0.1);
            line.Report("fetching", 1, null);
            clock.Advance(0.1);
            line.Report("fetching", 1024, null);
        }

        Assert.Equal("\r\e[Kfetching …\r\e[Kfetching  1.00 KiB  5.00 KiB/s\r\e[K", error.ToString());
    }

    [Fact]
    public void Rate_is_that_of_the_step_and_a_new_step_shows_at_once()
    {
        using var error = new StringWriter();
        var clock = new ManualClock();
        using var line = new ProgressLine(error, terminal: true, clock);
        line.Report("transferring", 0, null);
        clock.Advance(60);
        line.Report("verifying", 0, null);
        clock.Advance(1);
        line.Report("verifying", 5 * Mebi, 10 * Mebi);

        Assert.Equal("\r\e[Ktransferring …\r\e[Kverifying …\r\e[Kverifying   50 %  5.00 MiB of 10.0 MiB  5.00 MiB/s  1.0s left", error.ToString());
    }

    [Fact]
    public void Elsewhere_quick_work_says_nothing_and_slow_work_a_line_every_five_seconds()
    {
        using var error = new StringWriter();
        var clock = new ManualClock();
        using (var line = new ProgressLine(error, terminal: false, clock))
        {
            for (var second = 0; second < 12; second++)
            {
                line.Report("fetching", second * Mebi, null);
                clock.Advance(1);
            }
        }

        Assert.Equal($"fetching  5.00 MiB  1.00 MiB/s{Environment.NewLine}fetching  10.0 MiB  1.00 MiB/s{Environment.NewLine}", error.ToString());
    }
}
