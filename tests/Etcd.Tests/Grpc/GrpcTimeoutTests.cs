using Daytwo.Etcd.Grpc;

namespace Daytwo.Etcd.Tests.Grpc;

public sealed class GrpcTimeoutTests
{
    [Theory]
    [InlineData(1, "1u")]
    [InlineData(10_000_000, "1000000u")]
    [InlineData(10_000_000L * 10, "10000000u")]
    [InlineData(10_000_000L * 100, "100000m")]
    [InlineData(10_000_000L * 100 + 1, "100001m")]
    [InlineData(10_000_000L * 3600 * 24 * 365, "31536000S")]
    [InlineData(0, "1u")]
    public void Timeout_takes_the_finest_unit_of_eight_digits_and_rounds_up(long ticks, string expected) =>
        Assert.Equal(expected, GrpcTimeout.Format(TimeSpan.FromTicks(ticks)));

    [Fact]
    public void Longest_timeout_still_has_eight_digits() => Assert.Matches(@"\A\d{1,8}[uSmMH]\z", GrpcTimeout.Format(TimeSpan.MaxValue));
}
