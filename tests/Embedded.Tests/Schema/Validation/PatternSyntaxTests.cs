using Daytwo.Embedded.Schema.Validation;

namespace Daytwo.Embedded.Tests.Schema.Validation;

public sealed class PatternSyntaxTests
{
    [Theory]
    [InlineData("^a$", "a", true)]
    [InlineData("^a$", "a\n", false)]
    [InlineData(@"^\d+$", "123", true)]
    [InlineData(@"^\d+$", "١٢", false)]
    [InlineData(@"^[\w.]+$", "a_b.c", true)]
    [InlineData(@"^[^\s]+$", "a b", false)]
    [InlineData(@"^[[:alpha:]_]+$", "ab_", true)]
    [InlineData(@"^[]a]+$", "]a", true)]
    [InlineData(@"^(?P<x>a|b)$", "b", true)]
    [InlineData(@"^\$x$", "$x", true)]
    [InlineData(@"^a[$]$", "a$", true)]
    [InlineData(@"\Aab\z", "ab", true)]
    [InlineData(@"^(s3|file)://[^/]+(/.*)?$", "s3://bucket/prefix", true)]
    public void Pattern_of_the_api_matches_as_it_does_there(string pattern, string text, bool matches) =>
        Assert.Equal(matches, PatternSyntax.Compile(pattern).Expression!.IsMatch(text));

    [Fact]
    public void Pattern_that_cannot_be_read_gives_its_error()
    {
        var compiled = PatternSyntax.Compile("[a");

        Assert.Null(compiled.Expression);
        Assert.NotEmpty(compiled.Error);
    }
}
