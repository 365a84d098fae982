namespace Daytwo.Profile.Tests;

public sealed class UsedCodeTests
{
    [Fact]
    public void Profile_read_is_written_the_same_sorted()
    {
        var used = UsedCode.Parse("# a comment\nSystem.String\n\tSplit\n\tConcat\nA!B\n\tMap [System.Int32,C!D[]]\r\n");
        Assert.EndsWith("\nA!B\n\tMap [System.Int32,C!D[]]\nSystem.String\n\tConcat\n\tSplit\n", used.ToString(), StringComparison.Ordinal);
        Assert.Equal(used.ToString(), UsedCode.Parse(used.ToString()).ToString());
    }

    [Fact]
    public void Method_added_twice_is_there_once()
    {
        var used = new UsedCode();
        used.Add(TypeName.Parse("A!B"), "Map", [TypeName.Parse("System.Int32")]);
        used.Add(TypeName.Parse("A!B"), "Map", [TypeName.Parse("System.Int32")]);
        var (type, name, arguments) = Assert.Single(used.Methods);
        Assert.Equal(("A!B", "Map", "System.Int32"), (type.ToString(), name, Assert.Single(arguments).ToString()));
    }

    [Fact]
    public void Method_without_a_type_is_refused_with_its_line() =>
        Assert.Contains("line 2 of the profile, 'Split'", Assert.Throws<FormatException>(() => UsedCode.Parse("# nothing\n\tSplit\n")).Message, StringComparison.Ordinal);
}
