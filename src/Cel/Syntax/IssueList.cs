using System.Text;

namespace Daytwo.Cel.Syntax;

/// <summary>Collects errors and prints them as the apiserver does: with the line and a caret.</summary>
internal sealed class IssueList(SourceText source)
{
    private const int MostReported = 100;
    private const int LongestSnippet = 16384;

    private readonly List<CelIssue> _issues = [];
    private int _count;

    public int Count => _count;

    /// <summary>In the order of their positions.</summary>
    public IReadOnlyList<CelIssue> Sorted => [.. _issues.OrderBy(i => i.Position.Line).ThenBy(i => i.Position.Column)];

    public void Report(int offset, string message) => Report(source.PositionOf(offset), message);

    public void Report(SourcePosition position, string message)
    {
        if (++_count <= MostReported)
        {
            _issues.Add(new CelIssue(position, message));
        }
    }

    public override string ToString()
    {
        var lines = Sorted.Select(Display).ToList();
        if (_count > MostReported)
        {
            lines.Add($"{_count - MostReported} more errors were truncated");
        }

        return string.Join('\n', lines);
    }

    private string Display(CelIssue issue)
    {
        var text = new StringBuilder().Append(System.Globalization.CultureInfo.InvariantCulture, $"ERROR: <input>:{issue.Position.Line}:{issue.Position.Column + 1}: {issue.Message}");
        if (issue.Position.Line < 1)
        {
            return text.ToString();
        }

        var snippet = source.Line(issue.Position.Line).Replace('\t', ' ');
        if (Encoding.UTF8.GetByteCount(snippet) > LongestSnippet)
        {
            return text.ToString();
        }

        text.Append("\n | ").Append(snippet).Append("\n | ");
        var runes = snippet.EnumerateRunes().ToArray();
        for (var i = 0; i < Math.Min(issue.Position.Column, runes.Length); i++)
        {
            text.Append(runes[i].IsAscii ? '.' : '．');
        }

        return text.Append(issue.Position.Column < runes.Length && !runes[issue.Position.Column].IsAscii ? '＾' : '^').ToString();
    }
}
