using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Tests.Writing;

public sealed class NameSyntaxTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("example.com/My.name_1")]
    public void Key_is_accepted(string key) => Assert.Empty(NameSyntax.QualifiedName(key));

    [Theory]
    [InlineData("", "name part must be non-empty", "name part must consist of")]
    [InlineData("/a", "prefix part must be non-empty")]
    [InlineData("A_b/-", "prefix part a lowercase RFC 1123 subdomain", "name part must consist of")]
    [InlineData("a/b/c", "a valid label key must consist of")]
    public void All_that_is_wrong_with_a_key_is_told(string key, params string[] beginnings)
    {
        var problems = NameSyntax.QualifiedName(key).ToList();

        Assert.Equal(beginnings.Length, problems.Count);
        Assert.All(problems.Zip(beginnings), pair => Assert.StartsWith(pair.Second, pair.First, StringComparison.Ordinal));
    }

    [Fact]
    public void Length_of_keys_and_values_is_told_in_bytes()
    {
        Assert.Equal(["name part must be no more than 63 bytes"], NameSyntax.QualifiedName(new string('a', 64)));
        Assert.Equal(["must be no more than 63 bytes"], NameSyntax.LabelValue(new string('a', 64)));
        Assert.Equal("must be no more than 63 bytes", NameSyntax.LabelValue(new string('é', 32)).First());
    }

    [Theory]
    [InlineData("v1", true)]
    [InlineData("1v", false)]
    [InlineData("V1", false)]
    public void Lettered_label_begins_with_a_letter(string text, bool valid) => Assert.Equal(valid, !NameSyntax.LetteredLabel(text).Any());
}
