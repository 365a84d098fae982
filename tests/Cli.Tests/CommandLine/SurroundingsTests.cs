using Daytwo.Cli.CommandLine;

namespace Daytwo.Cli.Tests.CommandLine;

public sealed class SurroundingsTests
{
    [Theory]
    [InlineData(true, null, "xterm", true)]
    [InlineData(false, null, "xterm", false)]
    [InlineData(true, "1", "xterm", false)]
    [InlineData(true, "", "xterm", true)]
    [InlineData(true, null, "dumb", false)]
    public void Colour_is_for_terminals_whose_user_did_not_refuse_it(bool terminal, string? noColor, string term, bool coloured)
    {
        var around = new Surroundings(TextWriter.Null, TextWriter.Null, TimeProvider.System, terminal, terminal, name => name == "NO_COLOR" ? noColor : term);

        Assert.Equal(coloured, around.Ink.Good("x") != "x");
    }
}
