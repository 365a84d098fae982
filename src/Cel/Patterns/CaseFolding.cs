namespace Daytwo.Cel.Patterns;

/// <summary>Unicode's simple case folding.</summary>
internal static class CaseFolding
{
    /// <summary>Adds to ranges of code points all that are the same without regard to case.</summary>
    /// <param name="bounds">First and last code point of each range, in turn.</param>
    public static List<int> Close(ReadOnlySpan<int> bounds)
    {
        var closed = new List<int>();
        for (var i = 0; i < bounds.Length; i += 2)
        {
            closed.Add(bounds[i]);
            closed.Add(bounds[i + 1]);
            for (var rune = bounds[i]; rune <= bounds[i + 1] && rune < 0x80; rune++)
            {
                AddAscii(closed, rune);
            }

            if (bounds[i + 1] >= 0x80)
            {
                foreach (var same in UnicodeTables.FoldsWithin(Math.Max(bounds[i], 0x80), bounds[i + 1]))
                {
                    foreach (var rune in same)
                    {
                        Add(closed, rune);
                    }
                }
            }
        }

        return closed;
    }

    private static void AddAscii(List<int> closed, int rune)
    {
        if (!char.IsAsciiLetter((char)rune))
        {
            return;
        }

        Add(closed, rune ^ 0x20);
        switch (rune | 0x20)
        {
            case 'k':
                Add(closed, 0x212A); // the sign of Kelvin
                break;
            case 's':
                Add(closed, 0x17F); // the long s
                break;
        }
    }

    private static void Add(List<int> closed, int rune)
    {
        closed.Add(rune);
        closed.Add(rune);
    }
}
