using System.Text;

namespace Daytwo.Cel.Patterns;

/// <summary>
/// The code points in classes, each of which is wholly inside or outside of every set of a program: what its automaton reads. One more class stands for the edge of the text.
/// </summary>
internal sealed class RuneClasses
{
    private readonly ushort[] _ascii = new ushort[128];
    private readonly int[] _starts;
    private readonly ushort[] _classes;
    private readonly bool[][] _members;
    private readonly Surroundings[] _surroundings;

    public RuneClasses(PatternProgram program)
    {
        var sets = program.Sets.ToList();
        if (program.Asserts)
        {
            sets.Add(RuneSet.Newline);
            sets.Add(RuneSet.Word);
        }

        _starts = Starts(sets);
        _classes = new ushort[_starts.Length];
        var known = new Dictionary<string, ushort>();
        var members = new List<bool[]>();
        for (var i = 0; i < _starts.Length; i++)
        {
            var of = sets.ConvertAll(s => s.Contains(_starts[i])).ToArray();
            var key = string.Create(of.Length, of, (span, bits) =>
            {
                for (var b = 0; b < bits.Length; b++)
                {
                    span[b] = bits[b] ? '1' : '0';
                }
            });
            if (!known.TryGetValue(key, out _classes[i]))
            {
                _classes[i] = checked((ushort)known.Count);
                known.Add(key, _classes[i]);
                members.Add(of);
            }
        }

        _members = [.. members];
        _surroundings = [.. members.Select(m => !program.Asserts ? Surroundings.Other : m[^1] ? Surroundings.Word : m[^2] ? Surroundings.Newline : Surroundings.Other), Surroundings.Edge];
        for (var i = 0; i < 128; i++)
        {
            _ascii[i] = Find(i);
        }
    }

    /// <summary>How many classes, without the edge.</summary>
    public int Count => _members.Length;

    /// <summary>The class that stands for the edge of the text.</summary>
    public int Edge => _members.Length;

    /// <summary>The classes of ASCII.</summary>
    public ushort[] Ascii => _ascii;

    public bool IsMember(int runeClass, int set) => runeClass < _members.Length && _members[runeClass][set];

    public Surroundings SurroundingsOf(int runeClass) => _surroundings[runeClass];

    /// <summary>The class of the code point that begins at an index; what is no UTF-8 counts as U+FFFD.</summary>
    public int After(ReadOnlySpan<byte> text, int index, out int length)
    {
        Rune.DecodeFromUtf8(text[index..], out var rune, out length);
        return rune.Value < 128 ? _ascii[rune.Value] : Find(rune.Value);
    }

    /// <summary>The class of the code point that ends before an index.</summary>
    public int Before(ReadOnlySpan<byte> text, int index, out int length)
    {
        Rune.DecodeLastFromUtf8(text[..index], out var rune, out length);
        return rune.Value < 128 ? _ascii[rune.Value] : Find(rune.Value);
    }

    private static int[] Starts(List<RuneSet> sets)
    {
        var starts = new SortedSet<int> { 0 };
        foreach (var set in sets)
        {
            for (var i = 0; i < set.Bounds.Length; i += 2)
            {
                starts.Add(set.Bounds[i]);
                if (set.Bounds[i + 1] < RuneSet.MaxRune)
                {
                    starts.Add(set.Bounds[i + 1] + 1);
                }
            }
        }

        return [.. starts];
    }

    private ushort Find(int rune)
    {
        var index = Array.BinarySearch(_starts, rune);
        return _classes[index < 0 ? ~index - 1 : index];
    }
}
