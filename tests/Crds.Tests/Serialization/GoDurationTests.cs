using Daytwo.Crds.Serialization;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Crds.Tests.Serialization;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData("90s", 90_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1.5h", 5_400_000)]
    [InlineData("250ms", 250)]
    [InlineData("168h", 604_800_000)]
    [InlineData("0s", 0)]
    [InlineData("1m500ms", 60_500)]
    public void Text_is_read_as_Go_reads_it(string text, long milliseconds)
    {
        Assert.True(GoDuration.TryParse(text, out var value));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("7d")]
    [InlineData("-1s")]
    [InlineData("1..5s")]
    [InlineData("s")]
    [InlineData("1h 30m")]
    [InlineData("99999999999999999999h")]
    public void Text_that_is_no_duration_is_refused(string text) => Assert.False(GoDuration.TryParse(text, out _));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(250, "250ms")]
    [InlineData(12_345, "12.345s")]
    [InlineData(3_600_000, "1h")]
    [InlineData(5_400_000, "1h30m")]
    [InlineData(604_800_000, "168h")]
    public void Value_is_written_as_short_as_can_be(long milliseconds, string expected) =>
        Assert.Equal(expected, GoDuration.Format(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public void What_is_written_is_read_back() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), milliseconds =>
            GoDuration.TryParse(GoDuration.Format(TimeSpan.FromMilliseconds(milliseconds)), out var value) && value == TimeSpan.FromMilliseconds(milliseconds))
            .QuickCheckThrowOnFailure();
}
