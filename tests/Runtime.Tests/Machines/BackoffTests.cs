using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Runtime.Tests.Machines;

public sealed class BackoffTests
{
    private static readonly Backoff Plain = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), 0);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(9, 256)]
    [InlineData(10, 300)]
    [InlineData(int.MaxValue, 300)]
    public void Wait_doubles_up_to_the_longest(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Plain.Delay(failures, new FixedRandom(0.5)));

    [Fact]
    public void Jitter_only_lengthens_and_by_no_more_than_its_part() => Prop.ForAll(ArbMap.Default.ArbFor<(int Failures, byte Random)>(), input =>
    {
        var failures = Math.Abs(input.Failures % 100);
        var plain = Plain.Delay(failures, new FixedRandom(0));
        var jittered = (Plain with { Jitter = 0.5 }).Delay(failures, new FixedRandom(input.Random / 256.0));
        Assert.InRange(jittered, plain, plain * 1.5);
    }).QuickCheckThrowOnFailure();
}
