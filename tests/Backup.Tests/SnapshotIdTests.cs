namespace Daytwo.Backup.Tests;

public sealed class SnapshotIdTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("prod-20261121t031500z-9f2c")]
    [InlineData("a.b-c")]
    public void SnapshotId_of_a_plain_name_is_accepted(string text) => Assert.Equal(text, SnapshotId.Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("ä")]
    public void SnapshotId_that_is_no_safe_name_is_refused(string text) => Assert.Throws<FormatException>(() => SnapshotId.Parse(text));
}
