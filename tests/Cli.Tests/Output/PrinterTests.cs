using System.Text.Json.Nodes;
using Daytwo.Cli.Backups;
using Daytwo.Cli.Output;

namespace Daytwo.Cli.Tests.Output;

public sealed class PrinterTests
{
    private static readonly FetchReport Report = new("id", "/tmp/a <b>", 5);

    [Fact]
    public void Table_is_what_the_command_writes() => Assert.Equal("for people", Printed(OutputFormat.Table));

    [Fact]
    public void Json_is_indented_and_escapes_nothing_needlessly()
    {
        var json = Printed(OutputFormat.Json);

        Assert.Contains("\"/tmp/a <b>\"", json, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"id":"id","file":"/tmp/a <b>","bytes":5}"""), JsonNode.Parse(json)));
    }

    [Fact]
    public void Yaml_has_the_same_fields() => Assert.Equal("id: id\nfile: \"/tmp/a <b>\"\nbytes: 5\n", Printed(OutputFormat.Yaml));

    private static string Printed(OutputFormat format)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new Printer(text, format).Print(Report, BackupReportsJson.Default.FetchReport, t => t.Write("for people"));
        return text.ToString();
    }
}
