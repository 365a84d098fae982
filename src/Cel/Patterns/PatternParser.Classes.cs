using System.Buffers;

namespace Daytwo.Cel.Patterns;

/// <summary>Escapes and character classes.</summary>
internal sealed partial class PatternParser
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>At a backslash outside of a class.</summary>
    private bool Escape()
    {
        if (_at + 1 < pattern.Length)
        {
            switch (pattern[_at + 1])
            {
                case 'A':
                    return AddAssertion(Assertion.BeginText);
                case 'b':
                    return AddAssertion(Assertion.WordBoundary);
                case 'B':
                    return AddAssertion(Assertion.NoWordBoundary);
                case 'z':
                    return AddAssertion(Assertion.EndText);
                case 'C':
                    return Fail("invalid escape sequence", _at, _at + 2);
                case 'Q':
                    Quoted();
                    return true;
            }
        }

        var bounds = new List<int>();
        switch (GroupEscape(bounds))
        {
            case true:
                Add(new SetNode(new RuneSet(bounds)));
                return true;
            case null:
                return false;
        }

        if (!EscapedRune(out var rune))
        {
            return false;
        }

        AddLiteral(rune);
        return true;
    }

    private bool AddAssertion(Assertion assertion)
    {
        _at += 2;
        Add(new AssertionNode(assertion));
        return true;
    }

    /// <summary>From \Q to \E or the end.</summary>
    private void Quoted()
    {
        _at += 2;
        var end = pattern.IndexOf("\\E", _at, StringComparison.Ordinal);
        var stop = end < 0 ? pattern.Length : end;
        while (_at < stop)
        {
            AddLiteral(NextRune());
        }

        _at = end < 0 ? stop : end + 2;
    }

    /// <summary>\p{…} or \d and its like: true when there was one, null when there was one that is wrong.</summary>
    private bool? GroupEscape(List<int> bounds)
    {
        if (_at + 1 >= pattern.Length || pattern[_at] != '\\')
        {
            return false;
        }

        var letter = pattern[_at + 1];
        if (letter is 'p' or 'P')
        {
            return UnicodeGroup(bounds);
        }

        if (NamedClasses.Perl(char.ToLowerInvariant(letter)) is not { } set)
        {
            return false;
        }

        _at += 2;
        Append(bounds, set, negated: char.IsAsciiLetterUpper(letter));
        return true;
    }

    /// <summary>Adds a class by name; without regard to case it is closed over case before it is negated.</summary>
    private void Append(List<int> bounds, RuneSet set, bool negated)
    {
        if (Has(PatternFlags.FoldCase))
        {
            set = new RuneSet(CaseFolding.Close(set.Bounds));
        }

        bounds.AddRange((negated ? set.Complement() : set).Bounds);
    }

    private bool? UnicodeGroup(List<int> bounds)
    {
        var start = _at;
        var negated = pattern[_at + 1] == 'P';
        _at += 2;
        string name;
        if (_at < pattern.Length && pattern[_at] == '{')
        {
            var end = pattern.IndexOf('}', start);
            if (end < 0)
            {
                Fail("invalid character class range", start, pattern.Length);
                return null;
            }

            name = pattern[(start + 3)..end];
            _at = end + 1;
        }
        else
        {
            _ = _at < pattern.Length ? NextRune() : 0;
            name = pattern[(start + 2).._at];
        }

        var caret = name.StartsWith('^');
        if (UnicodeTables.Find(caret ? name[1..] : name) is not { } set)
        {
            Fail("invalid character class range", start, _at);
            return null;
        }

        Append(bounds, set, negated != caret);
        return true;
    }

    /// <summary>At a backslash that stands for one code point.</summary>
    private bool EscapedRune(out int rune)
    {
        var start = _at++;
        rune = 0;
        if (_at >= pattern.Length)
        {
            Error = new PatternError("trailing backslash at end of expression", "");
            return false;
        }

        var c = NextRune();
        switch (c)
        {
            case >= '1' and <= '7' when !IsOctal():
                break;
            case >= '0' and <= '7':
                rune = c - '0';
                for (var i = 1; i < 3 && IsOctal(); i++)
                {
                    rune = (rune * 8) + pattern[_at++] - '0';
                }

                return true;
            case 'x':
                if (_at < pattern.Length && Hexadecimal(ref rune))
                {
                    return true;
                }

                break;
            case 'a':
                rune = '\a';
                return true;
            case 'f':
                rune = '\f';
                return true;
            case 'n':
                rune = '\n';
                return true;
            case 'r':
                rune = '\r';
                return true;
            case 't':
                rune = '\t';
                return true;
            case 'v':
                rune = '\v';
                return true;
            case < 0x80 when !char.IsAsciiLetterOrDigit((char)c):
                rune = c;
                return true;
        }

        return Fail("invalid escape sequence", start, _at);
    }

    private bool IsOctal() => _at < pattern.Length && pattern[_at] is >= '0' and <= '7';

    /// <summary>After \x: two digits, or any number in braces.</summary>
    private bool Hexadecimal(ref int rune)
    {
        var c = NextRune();
        if (c != '{')
        {
            if (_at >= pattern.Length)
            {
                return false;
            }

            var d = NextRune();
            rune = (HexValue(c) * 16) + HexValue(d);
            return HexValue(c) >= 0 && HexValue(d) >= 0;
        }

        for (var digits = 0; _at < pattern.Length; digits++)
        {
            c = NextRune();
            if (c == '}')
            {
                return digits > 0;
            }

            if (HexValue(c) < 0)
            {
                return false;
            }

            rune = (rune * 16) + HexValue(c);
            if (rune > RuneSet.MaxRune)
            {
                return false;
            }
        }

        return false;
    }

    private static int HexValue(int c) => c < 0x80 && char.IsAsciiHexDigit((char)c) ? Convert.ToInt32(((char)c).ToString(), 16) : -1;

    /// <summary>At [.</summary>
    private bool Class()
    {
        var start = _at++;
        var negated = _at < pattern.Length && pattern[_at] == '^';
        _at += negated ? 1 : 0;
        var bounds = new List<int>();
        for (var first = true; first || _at >= pattern.Length || pattern[_at] != ']'; first = false)
        {
            var group = NamedGroup(bounds) is var named && named != false ? named : GroupEscape(bounds);
            if (group is null)
            {
                return false;
            }

            if (group == true)
            {
                continue;
            }

            var from = _at;
            if (!ClassRune(start, out var low))
            {
                return false;
            }

            var high = low;
            if (_at + 1 < pattern.Length && pattern[_at] == '-' && pattern[_at + 1] != ']')
            {
                _at++;
                if (!ClassRune(start, out high))
                {
                    return false;
                }

                if (high < low)
                {
                    return Fail("invalid character class range", from, _at);
                }
            }

            bounds.AddRange(Has(PatternFlags.FoldCase) ? CaseFolding.Close([low, high]) : [low, high]);
        }

        _at++;
        var set = new RuneSet(bounds);
        Add(new SetNode(negated ? set.Complement() : set));
        return true;
    }

    private bool ClassRune(int classStart, out int rune)
    {
        rune = 0;
        if (_at >= pattern.Length)
        {
            return Fail("missing closing ]", classStart, pattern.Length);
        }

        if (pattern[_at] == '\\')
        {
            return EscapedRune(out rune);
        }

        rune = NextRune();
        return true;
    }

    /// <summary>[:alpha:] and its like inside of a class: true when there was one, null when its name is unknown.</summary>
    private bool? NamedGroup(List<int> bounds)
    {
        if (_at + 2 >= pattern.Length || pattern[_at] != '[' || pattern[_at + 1] != ':')
        {
            return false;
        }

        var end = pattern.IndexOf(":]", _at + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var name = pattern.AsSpan()[(_at + 2)..end];
        var negated = name.StartsWith("^");
        if (NamedClasses.Posix(negated ? name[1..] : name) is not { } set)
        {
            Fail("invalid character class range", _at, end + 2);
            return null;
        }

        _at = end + 2;
        Append(bounds, set, negated);
        return true;
    }
}
