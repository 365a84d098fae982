namespace Daytwo.Profile.Tests;

public sealed class TypeNameTests
{
    [Theory]
    [InlineData("System.String")]
    [InlineData("Daytwo.Cel!Daytwo.Cel.Outer+Inner")]
    [InlineData("System.Collections.Generic.Dictionary`2[System.__Canon,Daytwo.Cel!Daytwo.Cel.Value]")]
    [InlineData("System.Collections.Generic.List`1[System.Collections.Generic.KeyValuePair`2[System.Int32,System.Byte[]]]")]
    [InlineData("System.Int32[,][]")]
    [InlineData("System.Byte*&")]
    [InlineData("Daytwo.Cel!<Names-IEnumerable<System\\[\\]\\,T>>d__1[System.__Canon]")]
    public void Name_read_is_written_the_same(string text) => Assert.Equal(text, TypeName.Parse(text).ToString());

    [Fact]
    public void Nested_instantiation_is_read_into_its_parts()
    {
        var type = TypeName.Parse("A!B`2[C!D[],System.Int32]");
        Assert.Equal(("A", "B`2", 2), (type.Assembly, type.FullName, type.Arguments.Count));
        Assert.Equal(("[]", "C"), (type.Arguments[0].Name, type.Arguments[0].Arguments[0].Assembly));
        Assert.Equal(TypeName.CoreLibrary, type.Arguments[1].Assembly);
    }
}
