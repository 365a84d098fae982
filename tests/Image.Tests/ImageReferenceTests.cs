namespace Daytwo.Image.Tests;

public sealed class ImageReferenceTests
{
    [Theory]
    [InlineData("daytwo.dev/daytwo:0.1.0", "daytwo.dev/daytwo", "0.1.0")]
    [InlineData("registry.example.com:5000/team/daytwo:v1_2-rc.1", "registry.example.com:5000/team/daytwo", "v1_2-rc.1")]
    public void Full_reference_is_taken_apart(string text, string repository, string tag)
    {
        var reference = ImageReference.Parse(text);

        Assert.Equal((repository, tag, text), (reference.Repository, reference.Tag, reference.ToString()));
    }

    [Theory]
    [InlineData("daytwo")]
    [InlineData("daytwo:1")]
    [InlineData("daytwo.dev/daytwo")]
    [InlineData("daytwo.dev/Daytwo:1")]
    [InlineData("daytwo.dev/daytwo:-1")]
    [InlineData("daytwo.dev/daytwo:1\n")]
    [InlineData("daytwo.dev//daytwo:1")]
    public void Anything_else_is_refused_with_an_example(string text)
    {
        var refusal = Assert.Throws<ImageException>(() => ImageReference.Parse(text));

        Assert.Contains($"'{text}'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("registry.example.com/daytwo:0.1.0", refusal.Message, StringComparison.Ordinal);
    }
}
