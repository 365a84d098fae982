using System.Text.Json.Nodes;
using Daytwo.Rules.Expressions;

namespace Daytwo.Rules.Tests.Expressions;

public sealed class CelLiteralTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("5", "5")]
    [InlineData("-5", "-5")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("9223372036854775808", "9223372036854775808.0")]
    [InlineData("1.5", "1.5")]
    [InlineData("1e30", "1e30")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("[1,2]", "[1, 2]")]
    [InlineData("[1,2.5]", "[dyn(1), dyn(2.5)]")]
    [InlineData("[\"a\",1,null]", "[dyn('a'), dyn(1), dyn(null)]")]
    [InlineData("[[1],[\"a\"]]", "[dyn([1]), dyn(['a'])]")]
    [InlineData("{\"a\":1,\"b\":2}", "{'a': 1, 'b': 2}")]
    [InlineData("{\"a\":1,\"b\":\"x\"}", "{'a': dyn(1), 'b': dyn('x')}")]
    public void Value_is_written_as_a_literal_that_compiles_in_Kubernetes(string json, string expected) =>
        Assert.Equal(expected, CelLiteral.Of(JsonNode.Parse(json)));

    [Theory]
    [InlineData("it's", @"'it\'s'")]
    [InlineData("back\\slash", @"'back\\slash'")]
    [InlineData("a\nb\tc\r", @"'a\nb\tc\r'")]
    [InlineData("\u0001", @"'\u0001'")]
    [InlineData("é😀\"", "'é😀\"'")]
    public void Text_cannot_end_its_literal(string text, string expected) => Assert.Equal(expected, CelLiteral.Of(text));
}
