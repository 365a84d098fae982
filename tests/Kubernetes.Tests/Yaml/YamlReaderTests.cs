using System.Text;
using Daytwo.Kubernetes.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Kubernetes.Tests.Yaml;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("text", "\"text\"")]
    [InlineData("\"7\"", "\"7\"")]
    [InlineData("'yes'", "\"yes\"")]
    [InlineData("!!str 7", "\"7\"")]
    [InlineData("7", "7")]
    [InlineData("-7", "-7")]
    [InlineData("+7", "7")]
    [InlineData("1_000", "1000")]
    [InlineData("0644", "420")]
    [InlineData("0o17", "15")]
    [InlineData("0x1F", "31")]
    [InlineData("0b101", "5")]
    [InlineData("08", "8")]
    [InlineData("1.5", "1.5")]
    [InlineData("1e3", "1000")]
    [InlineData(".5", "0.5")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("true", "true")]
    [InlineData("Yes", "true")]
    [InlineData("off", "false")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("1.2.3", "\"1.2.3\"")]
    [InlineData("v1", "\"v1\"")]
    [InlineData("2026-01-02", "\"2026-01-02\"")]
    [InlineData("10:30", "\"10:30\"")]
    [InlineData("--", "\"--\"")]
    [InlineData("-", "[null]")]
    [InlineData("0x", "\"0x\"")]
    [InlineData("1Gi", "\"1Gi\"")]
    [InlineData("y", "true")]
    [InlineData("1.", "1")]
    [InlineData("0X1F", "31")]
    [InlineData("-0x10", "-16")]
    [InlineData("1e400", "\"1e400\"")]
    [InlineData("!!int '7'", "7")]
    [InlineData("!!binary aGVsbG8=", "\"hello\"")]
    public void Scalar_means_what_kubectl_takes_it_for(string scalar, string json) =>
        Assert.Equal($$"""{"v":{{json}}}""", Read(scalar == "-" ? "v:\n-" : $"v: {scalar}"));

    [Fact]
    public void Documents_that_are_empty_are_left_out() =>
        Assert.Equal(2, YamlReader.ReadAll("---\n# nothing\n---\na: 1\n---\n---\nb: 2\n", "f").Count);

    [Fact]
    public void Block_texts_keep_their_lines() => Assert.Equal("""{"a":"x\ny\n","b":"x y"}""", Read("a: |\n  x\n  y\nb: >-\n  x\n  y\n"));

    [Fact]
    public void Anchors_and_merge_keys_are_expanded_and_own_keys_win() =>
        Assert.Equal(
            """{"base":{"x":1,"b":2},"one":{"b":3,"x":1},"two":{"x":1,"b":2},"list":[{"x":1,"b":2}]}""",
            Read("base: &b {x: 1, b: 2}\none:\n  <<: *b\n  b: 3\ntwo: *b\nlist: [*b]\n"));

    [Fact]
    public void Json_is_yaml_too() => Assert.Equal("""{"a":[1,{"b":null}]}""", Read("{\n\t\"a\": [1, {\"b\": null}]\n}"));

    [Theory]
    [InlineData("a: 1\na: 2", "f, line 2, column 1: the key \"a\" stands twice")]
    [InlineData("a: .nan", "f, line 1, column 4: the number .nan cannot be said in JSON")]
    [InlineData("a: *x", "f, line 1, column 4: there is no finished anchor &x before *x")]
    [InlineData("a: &x [*x]", "f, line 1, column 8: there is no finished anchor &x before *x")]
    [InlineData("? {b: 1}\n: 2", "f, line 1, column 3: a key must be a scalar")]
    [InlineData("<<: 7", "f, line 1, column 1: << needs a map, or a list of maps")]
    public void Text_that_JSON_cannot_say_is_refused_naming_the_place(string yaml, string message) =>
        Assert.Equal(message, Assert.Throws<YamlSyntaxException>(() => YamlReader.ReadAll(yaml, "f")).Message);

    [Fact]
    public void Syntax_error_names_the_place() =>
        Assert.StartsWith("f, after line 1", Assert.Throws<YamlSyntaxException>(() => YamlReader.ReadAll("a: [1\nb: 2", "f")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1: one", "1")]
    [InlineData("1.5: x", "1.5")]
    [InlineData("on: x", "true")]
    [InlineData("'on': x", "on")]
    public void Key_is_the_text_of_what_it_means(string yaml, string key) =>
        Assert.Equal(key, Assert.Single(Assert.Single(YamlReader.ReadAll(yaml, "f")).AsObject()).Key);

    [Fact]
    public void Any_text_is_read_or_refused_in_order() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements("a", ": ", "\n", "- ", "  ", "[", "]", "{", "}", ",", "'", "\"", "&x ", "*x", "|", ">", "#", "---\n", "\t", "!!int ", "<<", "?", "%", "\u0007")).ToArbitrary(), parts =>
        {
            try
            {
                YamlReader.ReadAll(string.Concat(parts), "f");
            }
            catch (YamlSyntaxException)
            {
                // refused, which is an answer
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Aliases_that_explode_are_refused()
    {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 9; i++)
        {
            bomb.Append("a" + i + ": &a" + i + " [" + string.Join(',', Enumerable.Repeat("*a" + (i - 1), 10)) + "]\n");
        }

        Assert.Contains("more than 1000000 values", Assert.Throws<YamlSyntaxException>(() => YamlReader.ReadAll(bomb.ToString(), "f")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Throws<YamlSyntaxException>(() => YamlReader.ReadAll(new string('[', 5000), "f"));

    private static string Read(string yaml) => Assert.Single(YamlReader.ReadAll(yaml, "f")).ToJsonString();
}
