using Daytwo.Cel.Syntax;

namespace Daytwo.Cel.Tests.Syntax;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("a && b", 5, 1, 5)]
    [InlineData("a &&\nb", 5, 2, 0)]
    [InlineData("'😀' + b", 6, 1, 6)]
    [InlineData("a\n\n", 3, 3, 0)]
    public void Position_of_an_offset_counts_lines_from_one_and_code_points_from_zero(string text, int offset, int line, int column) =>
        Assert.Equal(new SourcePosition(line, column), new SourceText(text).PositionOf(offset));

    [Fact]
    public void Line_has_no_line_end()
    {
        var source = new SourceText("a &&\n'😀'\nc");
        Assert.Equal(["a &&", "'😀'", "c"], [source.Line(1), source.Line(2), source.Line(3)]);
    }
}
