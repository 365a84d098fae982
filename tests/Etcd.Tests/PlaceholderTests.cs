namespace Daytwo.Etcd.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void Placeholder_runs_passes() => Assert.Equal(2, 1 + 1);
}
