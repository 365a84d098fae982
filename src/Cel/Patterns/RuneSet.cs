namespace Daytwo.Cel.Patterns;

/// <summary>An immutable set of code points as sorted, separate ranges.</summary>
internal sealed class RuneSet : IEquatable<RuneSet>
{
    public const int MaxRune = 0x10FFFF;

    private readonly int[] _bounds;
    private readonly int _hash;

    /// <param name="bounds">First and last code point of each range, in turn; in any order, overlapping as they like.</param>
    public RuneSet(IReadOnlyList<int> bounds)
    {
        _bounds = Merge(bounds);
        var hash = new HashCode();
        foreach (var bound in _bounds)
        {
            hash.Add(bound);
        }

        _hash = hash.ToHashCode();
    }

    public static RuneSet Any { get; } = new([0, MaxRune]);

    public static RuneSet AnyButNewline { get; } = new([0, '\n' - 1, '\n' + 1, MaxRune]);

    public static RuneSet Newline { get; } = new(['\n', '\n']);

    /// <summary>What \b tells from the rest.</summary>
    public static RuneSet Word { get; } = new(['0', '9', 'A', 'Z', '_', '_', 'a', 'z']);

    /// <summary>First and last code point of each range, in turn.</summary>
    public ReadOnlySpan<int> Bounds => _bounds;

    /// <summary>The only member, or -1.</summary>
    public int Single => _bounds.Length == 2 && _bounds[0] == _bounds[1] ? _bounds[0] : -1;

    public bool Contains(int rune)
    {
        int low = 0, high = (_bounds.Length / 2) - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (rune < _bounds[2 * middle])
            {
                high = middle - 1;
            }
            else if (rune > _bounds[(2 * middle) + 1])
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    public RuneSet Complement()
    {
        var bounds = new List<int>();
        var next = 0;
        for (var i = 0; i < _bounds.Length; i += 2)
        {
            if (_bounds[i] > next)
            {
                bounds.Add(next);
                bounds.Add(_bounds[i] - 1);
            }

            next = _bounds[i + 1] + 1;
        }

        if (next <= MaxRune)
        {
            bounds.Add(next);
            bounds.Add(MaxRune);
        }

        return new RuneSet(bounds);
    }

    public bool Equals(RuneSet? other) => other is not null && _bounds.AsSpan().SequenceEqual(other._bounds);

    public override bool Equals(object? obj) => Equals(obj as RuneSet);

    public override int GetHashCode() => _hash;

    private static int[] Merge(IReadOnlyList<int> bounds)
    {
        var ranges = new (int Low, int High)[bounds.Count / 2];
        for (var i = 0; i < ranges.Length; i++)
        {
            ranges[i] = (bounds[2 * i], bounds[(2 * i) + 1]);
        }

        Array.Sort(ranges);
        var merged = new List<int>(bounds.Count);
        foreach (var (low, high) in ranges)
        {
            if (merged.Count > 0 && low <= merged[^1] + 1)
            {
                merged[^1] = Math.Max(merged[^1], high);
            }
            else
            {
                merged.Add(low);
                merged.Add(high);
            }
        }

        return [.. merged];
    }
}
