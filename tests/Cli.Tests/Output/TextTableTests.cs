using Daytwo.Cli.Output;

namespace Daytwo.Cli.Tests.Output;

public sealed class TextTableTests
{
    [Fact]
    public void Columns_are_as_wide_as_their_widest_cell_and_lines_end_without_blanks()
    {
        var table = new TextTable("ID", "SIZE", "KEY");
        table.Add("a-long-one", "1 B", "-");
        table.Add("b", "", "");
        using var text = new StringWriter { NewLine = "\n" };

        table.Write(text);

        Assert.Equal("ID           SIZE   KEY\na-long-one   1 B    -\nb\n", text.ToString());
    }

    [Fact]
    public void Colours_take_no_columns()
    {
        var table = new TextTable("HEALTH", "KEY");
        table.Add(new Ink(colour: true).Good("Verified"), "a");
        table.Add(new Ink(colour: false).Bad("Damaged"), "b");
        table.Add("\e[", "c");
        using var text = new StringWriter { NewLine = "\n" };

        table.Write(text);

        Assert.Equal("HEALTH     KEY\n\e[32mVerified\e[0m   a\nDamaged    b\n\e[         c\n", text.ToString());
    }
}
