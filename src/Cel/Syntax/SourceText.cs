namespace Daytwo.Cel.Syntax;

/// <summary>The text of an expression as code points, in which every position is counted.</summary>
public sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        CodePoints = [.. text.EnumerateRunes().Select(r => r.Value)];
        for (var i = 0; i < CodePoints.Length; i++)
        {
            if (CodePoints[i] == '\n')
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    public string Text { get; }

    /// <summary>The text as code points; a lone surrogate is U+FFFD.</summary>
    internal int[] CodePoints { get; }

    /// <summary>Line and column of the code point at <paramref name="offset"/>.</summary>
    public SourcePosition PositionOf(int offset)
    {
        var line = _lineStarts.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return new SourcePosition(line + 1, offset - _lineStarts[line]);
    }

    /// <summary>The text of a line (from 1) without its end.</summary>
    public string Line(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Count ? _lineStarts[line] - 1 : CodePoints.Length;
        return string.Concat(CodePoints[start..end].Select(char.ConvertFromUtf32));
    }
}
