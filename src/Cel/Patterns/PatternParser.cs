using System.Text;

namespace Daytwo.Cel.Patterns;

/// <summary>
/// Patterns as Go's regexp/syntax reads them (RE2 with Perl's extensions), with its limits and its errors. A failed step returns false and leaves the reason in <see cref="Error"/>.
/// </summary>
internal sealed partial class PatternParser(string pattern)
{
    private const int MaxRepeat = 1000;
    private const int MaxHeight = 1000;
    private const long MaxSize = (128 << 20) / 40;

    private readonly List<Group> _groups = [];
    private List<PatternNode> _sequence = [];
    private List<PatternNode> _alternatives = [];
    private PatternFlags _flags;
    private int _at;

    public PatternError? Error { get; private set; }

    public PatternNode? Parse()
    {
        var lastRepeat = -1;
        while (_at < pattern.Length)
        {
            var repeat = -1;
            var start = _at;
            var ok = true;
            switch (pattern[_at])
            {
                case '(':
                    ok = Open();
                    break;
                case '|':
                    _at++;
                    _alternatives.Add(Sequence(_sequence));
                    _sequence = [];
                    break;
                case ')':
                    ok = Close();
                    break;
                case '^':
                    _at++;
                    Add(new AssertionNode(Has(PatternFlags.MultiLine) ? Assertion.BeginLine : Assertion.BeginText));
                    break;
                case '$':
                    _at++;
                    Add(new AssertionNode(Has(PatternFlags.MultiLine) ? Assertion.EndLine : Assertion.EndText));
                    break;
                case '.':
                    _at++;
                    Add(new SetNode(Has(PatternFlags.DotMatchesNewline) ? RuneSet.Any : RuneSet.AnyButNewline));
                    break;
                case '[':
                    ok = Class();
                    break;
                case '*' or '+' or '?':
                    _at++;
                    ok = Repeat(start, lastRepeat, pattern[start] == '+' ? 1 : 0, pattern[start] == '?' ? 1 : -1, counted: false);
                    repeat = start;
                    break;
                case '{':
                    if (Count(out var min, out var max))
                    {
                        ok = (min is >= 0 and <= MaxRepeat && max <= MaxRepeat && (max < 0 || min <= max)) || Fail("invalid repeat count", start, _at);
                        ok = ok && Repeat(start, lastRepeat, min, max, counted: true);
                        repeat = start;
                    }
                    else
                    {
                        _at++;
                        AddLiteral('{');
                    }

                    break;
                case '\\':
                    ok = Escape();
                    break;
                default:
                    AddLiteral(NextRune());
                    break;
            }

            if (!ok)
            {
                return null;
            }

            lastRepeat = repeat;
        }

        if (_groups.Count > 0)
        {
            return FailAll("missing closing )");
        }

        var node = Alternatives();
        return Limited(node) ? node : null;
    }

    private bool Has(PatternFlags flag) => (_flags & flag) != 0;

    private void Add(PatternNode node) => _sequence.Add(node);

    private void AddLiteral(int rune) => Add(new SetNode(Has(PatternFlags.FoldCase) ? new RuneSet(CaseFolding.Close([rune, rune])) : new RuneSet([rune, rune])));

    private int NextRune()
    {
        _ = Rune.DecodeFromUtf16(pattern.AsSpan(_at), out var rune, out var length);
        _at += length;
        return rune.Value;
    }

    private bool Fail(string reason, int start, int end)
    {
        Error = new PatternError(reason, pattern[start..end]);
        return false;
    }

    private PatternNode? FailAll(string reason)
    {
        Fail(reason, 0, pattern.Length);
        return null;
    }

    private static PatternNode Sequence(List<PatternNode> items) => items.Count switch
    {
        0 => EmptyNode.Instance,
        1 => items[0],
        _ => new SequenceNode(items),
    };

    private PatternNode Alternatives()
    {
        var last = Sequence(_sequence);
        if (_alternatives.Count == 0)
        {
            return last;
        }

        _alternatives.Add(last);
        return new AlternativesNode(_alternatives);
    }

    private bool Limited(PatternNode node)
    {
        if (node.Size > MaxSize)
        {
            return Fail("expression too large", 0, pattern.Length);
        }

        return node.Height <= MaxHeight || Fail("expression nests too deeply", 0, pattern.Length);
    }

    private bool Open()
    {
        if (string.CompareOrdinal(pattern, _at, "(?", 0, 2) == 0)
        {
            return OpenWithFlags();
        }

        _at++;
        Begin(capturing: true);
        return true;
    }

    private void Begin(bool capturing)
    {
        _groups.Add(new Group(_sequence, _alternatives, _flags, capturing));
        _sequence = [];
        _alternatives = [];
    }

    private bool Close()
    {
        if (_groups.Count == 0)
        {
            return Fail("unexpected )", 0, pattern.Length);
        }

        _at++;
        var inner = Alternatives();
        var group = _groups[^1];
        _groups.RemoveAt(_groups.Count - 1);
        _sequence = group.Sequence;
        _alternatives = group.Alternatives;
        _flags = group.Flags;
        var node = group.Capturing ? new CaptureNode(inner) : inner;
        Add(node);
        return Limited(node);
    }

    /// <summary>At <c>(?</c>: a named group, or flags.</summary>
    private bool OpenWithFlags()
    {
        var start = _at;
        var rest = pattern.AsSpan(start);
        var nameAt = rest.StartsWith("(?P<") && rest.Length > 4 ? 4 : rest.StartsWith("(?<") && rest.Length > 3 ? 3 : 0;
        if (nameAt > 0)
        {
            var end = rest.IndexOf('>');
            if (end < 0)
            {
                return Fail("invalid named capture", start, pattern.Length);
            }

            var name = rest[nameAt..end];
            if (name.IsEmpty || name.ContainsAnyExcept(NameCharacters))
            {
                return Fail("invalid named capture", start, start + end + 1);
            }

            _at = start + end + 1;
            Begin(capturing: true);
            return true;
        }

        _at += 2;
        var flags = _flags;
        bool clearing = false, sawFlag = false;
        while (_at < pattern.Length)
        {
            var c = NextRune();
            if (c is ':' or ')')
            {
                if (clearing && !sawFlag)
                {
                    break;
                }

                if (c == ':')
                {
                    Begin(capturing: false);
                }

                _flags = flags;
                return true;
            }

            var flag = c switch
            {
                'i' => PatternFlags.FoldCase,
                'm' => PatternFlags.MultiLine,
                's' => PatternFlags.DotMatchesNewline,
                'U' => PatternFlags.Ungreedy,
                _ => PatternFlags.None,
            };
            if (flag != PatternFlags.None)
            {
                flags = clearing ? flags & ~flag : flags | flag;
                sawFlag = true;
            }
            else if (c == '-' && !clearing)
            {
                clearing = true;
                sawFlag = false;
            }
            else
            {
                break;
            }
        }

        return Fail("invalid or unsupported Perl syntax", start, _at);
    }

    /// <summary>Applies an operator that began at <paramref name="start"/> to what stands before it.</summary>
    /// <param name="lastRepeat">Where the operator just before began; -1 when there was none.</param>
    private bool Repeat(int start, int lastRepeat, int min, int max, bool counted)
    {
        var end = _at;
        var greedy = !Has(PatternFlags.Ungreedy);
        if (_at < pattern.Length && pattern[_at] == '?')
        {
            _at++;
            greedy = !greedy;
        }

        if (lastRepeat >= 0)
        {
            return Fail("invalid nested repetition operator", lastRepeat, _at);
        }

        if (_sequence.Count == 0)
        {
            return Fail("missing argument to repetition operator", start, _at);
        }

        var node = new RepeatNode(_sequence[^1], min, max, greedy, counted);
        _sequence[^1] = node;
        if (!Limited(node))
        {
            return false;
        }

        return !counted || (min < 2 && max < 2) || node.RepeatsAtMost(MaxRepeat) || Fail("invalid repeat count", start, _at);
    }

    /// <summary>Reads {n}, {n,} or {n,m}; leaves the place alone when there is none. A number beyond reason makes <paramref name="min"/> -1.</summary>
    private bool Count(out int min, out int max)
    {
        var start = _at++;
        max = -1;
        if (Integer(out min) && _at < pattern.Length)
        {
            if (pattern[_at] != ',')
            {
                max = min;
            }
            else
            {
                _at++;
                if (_at < pattern.Length && pattern[_at] != '}')
                {
                    if (!Integer(out max))
                    {
                        _at = start;
                        return false;
                    }

                    min = max < 0 ? -1 : min;
                }
            }

            if (_at < pattern.Length && pattern[_at] == '}')
            {
                _at++;
                return true;
            }
        }

        _at = start;
        return false;
    }

    private bool Integer(out int value)
    {
        value = 0;
        var start = _at;
        while (_at < pattern.Length && char.IsAsciiDigit(pattern[_at]))
        {
            value = value is < 0 or >= 100_000_000 ? -1 : (value * 10) + pattern[_at] - '0';
            _at++;
        }

        return _at > start && (_at == start + 1 || pattern[start] != '0');
    }

    private sealed record Group(List<PatternNode> Sequence, List<PatternNode> Alternatives, PatternFlags Flags, bool Capturing);
}
