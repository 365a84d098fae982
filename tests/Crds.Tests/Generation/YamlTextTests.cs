using System.Text.Json.Nodes;
using Daytwo.CrdGen;

namespace Daytwo.Crds.Tests.Generation;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("plain words", "a: plain words\n")]
    [InlineData("true", "a: 'true'\n")]
    [InlineData("3", "a: '3'\n")]
    [InlineData(".5", "a: '.5'\n")]
    [InlineData(".spec.schedule", "a: .spec.schedule\n")]
    [InlineData("key: value", "a: 'key: value'\n")]
    [InlineData("it's", "a: 'it''s'\n")]
    [InlineData("self == 'x'", "a: |-\n  self == 'x'\n")]
    [InlineData("tab\there", "a: \"tab\\there\"\n")]
    [InlineData("", "a: ''\n")]
    public void Text_is_quoted_only_where_needed(string value, string expected) =>
        Assert.Equal(expected, YamlText.Of(new JsonObject { ["a"] = value }));

    [Fact]
    public void Lists_of_objects_indent_below_their_key() =>
        Assert.Equal(
            "a:\n  - b: 1\n    c: true\n  - d: {}\n",
            YamlText.Of(new JsonObject { ["a"] = new JsonArray(new JsonObject { ["b"] = 1, ["c"] = true }, new JsonObject { ["d"] = new JsonObject() }) }));

    [Fact]
    public void Long_texts_are_folded_at_blanks()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 30));

        var lines = YamlText.Of(new JsonObject { ["a"] = text }).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("a: >-", lines[0]);
        Assert.Equal(text, string.Join(' ', lines.Skip(1).Select(line => line[2..])));
    }
}
