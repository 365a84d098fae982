using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Tests.Schema;

public sealed class GoTextTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("1.50", "1.5")]
    [InlineData("1e20", "1e+20")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1234567.5", "1.2345675e+06")]
    [InlineData("100000.5", "100000.5")]
    [InlineData("[1234567.5,1e20,1e21,0.00001,1e-9]", "[1234567.5,100000000000000000000,1e+21,0.00001,1e-9]")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("\"a\\\"b\\u0001\\n\"", "\"a\\\"b\\x01\\n\"")]
    [InlineData("{\"b\":[1,\"<\"],\"a\":{}}", "{\"a\":{},\"b\":[1,\"\\u003c\"]}")]
    public void Value_is_written_as_the_server_writes_it(string json, string text) => Assert.Equal(text, GoText.Value(JsonNode.Parse(json)));
}
