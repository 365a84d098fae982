using System.Text;
using Daytwo.Etcd.Inspection;

namespace Daytwo.Etcd.Tests.Inspection;

public sealed class StorageVersionTests
{
    [Theory]
    [InlineData("3.6.0", "3.6.0")]
    [InlineData("3.6", "3.6.0")]
    [InlineData("v3", "3.0.0")]
    [InlineData("3.7.0-rc.1+build", "3.7.0-rc.1+build")]
    [InlineData("", "")]
    [InlineData("3.06", "")]
    [InlineData("three", "")]
    [InlineData("3.6.0\n", "")]
    public void Version_is_printed_with_three_numbers(string stored, string expected) =>
        Assert.Equal(expected, StorageVersion.Normalize(Encoding.UTF8.GetBytes(stored)));
}
