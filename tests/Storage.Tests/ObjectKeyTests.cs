namespace Daytwo.Storage.Tests;

public sealed class ObjectKeyTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("snapshots/prod-20261121t031500z/manifest.json")]
    [InlineData("A_b-c.d/e..f")]
    public void ObjectKey_of_plain_segments_is_accepted(string text) => Assert.Equal(text, ObjectKey.Of(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("a/./b")]
    [InlineData(".hidden")]
    [InlineData("a/.b.partial")]
    [InlineData("a b")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    [InlineData("ä")]
    public void ObjectKey_that_could_leave_its_folder_or_is_odd_is_refused(string text)
    {
        Assert.False(ObjectKey.TryParse(text, out _));
        Assert.Contains("segments joined by '/'", Assert.Throws<ArgumentException>(() => ObjectKey.Of(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ObjectKey_longer_than_512_characters_is_refused()
    {
        Assert.True(ObjectKey.TryParse(new string('a', 512), out _));
        Assert.False(ObjectKey.TryParse(new string('a', 513), out _));
    }
}
