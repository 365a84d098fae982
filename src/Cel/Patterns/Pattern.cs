using System.Text;

namespace Daytwo.Cel.Patterns;

/// <summary>
/// A regular expression as Go's regexp reads and runs it (RE2): the same syntax, errors, leftmost-first matches, and time linear in the text. Texts are UTF-8. Safe for several threads.
/// </summary>
public sealed class Pattern
{
    private readonly PatternNode _tree;
    private readonly PatternLiteral _literal;
    private readonly LazyAutomaton? _forward;
    private LazyAutomaton? _backward;

    private Pattern(PatternNode tree)
    {
        _tree = tree;
        _literal = PatternLiteral.Of(tree);
        if (!_literal.IsWhole)
        {
            var program = PatternProgramBuilder.Build(tree, backwards: false);
            _forward = new LazyAutomaton(program, backwards: false);
        }
    }

    /// <summary>The pattern, or null and why there is none.</summary>
    public static Pattern? Parse(string pattern, out PatternError? error)
    {
        var parser = new PatternParser(pattern);
        var tree = parser.Parse();
        error = parser.Error;
        return tree is null || error is not null ? null : new Pattern(tree);
    }

    /// <summary>Whether the pattern matches anywhere in a text.</summary>
    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        if (_forward is null)
        {
            return _literal.Find(text, 0) >= 0;
        }

        var start = SkipToLiteral(text, 0);
        return start >= 0 && Scan(text, start, first: true) >= 0;
    }

    /// <summary>The leftmost match that begins at or after <paramref name="from"/> (which is between code points); its start is -1 when there is none.</summary>
    public (int Start, int End) Find(ReadOnlySpan<byte> text, int from = 0)
    {
        if (_forward is null)
        {
            var index = _literal.Find(text, from);
            return (index, index + _literal.Text.Length);
        }

        var start = SkipToLiteral(text, from);
        var end = start < 0 ? -1 : Scan(text, start, first: false);
        if (end < 0)
        {
            return (-1, -1);
        }

        return (_literal.AtBegin ? 0 : ScanBack(text, start, end), end);
    }

    /// <summary>All matches from left to right that do not overlap; an empty one directly after another does not count.</summary>
    /// <param name="limit">How many at most; without limit when negative.</param>
    public IReadOnlyList<Range> FindAll(ReadOnlySpan<byte> text, long limit = -1)
    {
        var found = new List<Range>();
        var previousEnd = -1;
        for (var from = 0; from <= text.Length && (limit < 0 || found.Count < limit);)
        {
            var (start, end) = Find(text, from);
            if (start < 0)
            {
                break;
            }

            var accept = end != from || start != previousEnd;
            if (end == from)
            {
                var width = 1;
                _ = from < text.Length && Rune.DecodeFromUtf8(text[from..], out _, out width) == 0;
                from += width;
            }
            else
            {
                from = end;
            }

            previousEnd = end;
            if (accept)
            {
                found.Add(start..end);
            }
        }

        return found;
    }

    private int SkipToLiteral(ReadOnlySpan<byte> text, int from)
    {
        if (_literal.Text.Length == 0)
        {
            return from;
        }

        if (_literal.AtBegin)
        {
            return from == 0 && text.StartsWith(_literal.Text) ? 0 : -1;
        }

        var index = text[from..].IndexOf(_literal.Text);
        return index < 0 ? -1 : from + index;
    }

    /// <summary>Where a match ends, or -1.</summary>
    /// <param name="first">Any match will do.</param>
    private int Scan(ReadOnlySpan<byte> text, int from, bool first)
    {
        var classes = _forward!.Classes;
        var ascii = classes.Ascii;
        var state = _forward.Initial(from == 0 ? Surroundings.Edge : classes.SurroundingsOf(classes.Before(text, from, out _)));
        var end = -1;
        var length = 1;
        for (var at = from; at < text.Length; at += length)
        {
            var value = text[at];
            length = 1;
            var runeClass = value < ascii.Length ? ascii[value] : classes.After(text, at, out length);
            state = state.Next[runeClass] ?? _forward.Step(state, runeClass);
            if (state.Notable)
            {
                end = state.Matched ? at : end;
                if (state.Dead || (first && state.Matched))
                {
                    return end;
                }
            }
        }

        return _forward.Step(state, classes.Edge).Matched ? text.Length : end;
    }

    /// <summary>Where the longest match begins that ends at <paramref name="end"/>, not before <paramref name="from"/>.</summary>
    private int ScanBack(ReadOnlySpan<byte> text, int from, int end)
    {
        var backward = Volatile.Read(ref _backward) ?? MakeBackward();
        var classes = backward.Classes;
        var state = backward.Initial(end == text.Length ? Surroundings.Edge : classes.SurroundingsOf(classes.After(text, end, out _)));
        var start = end;
        for (var at = end; ;)
        {
            var length = 0;
            var runeClass = at == 0 ? classes.Edge : classes.Before(text, at, out length);
            state = backward.Step(state, runeClass);
            start = state.Matched ? at : start;
            at -= length;
            if (state.Dead || length == 0 || at < from)
            {
                return start;
            }
        }
    }

    private LazyAutomaton MakeBackward()
    {
        var program = PatternProgramBuilder.Build(_tree, backwards: true);
        var made = new LazyAutomaton(program, backwards: true);
        return Interlocked.CompareExchange(ref _backward, made, null) ?? made;
    }
}
