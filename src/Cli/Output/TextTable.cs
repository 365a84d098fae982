namespace Daytwo.Cli.Output;

/// <summary>A table as kubectl prints them: capital headers, columns three spaces apart, nothing else.</summary>
internal sealed class TextTable(params string[] headers)
{
    private const string Gap = "   ";
    private readonly List<string[]> rows = [headers];

    public void Add(params string[] cells) => rows.Add(cells);

    public void Write(TextWriter output)
    {
        var widths = Enumerable.Range(0, headers.Length).Select(column => rows.Max(row => Ink.Width(row[column]))).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join(Gap, row.Select((cell, column) => cell + new string(' ', widths[column] - Ink.Width(cell)))).TrimEnd());
        }
    }
}
