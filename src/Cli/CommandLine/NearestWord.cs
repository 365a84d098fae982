namespace Daytwo.Cli.CommandLine;

/// <summary>Guesses which word was meant by one that does not exist.</summary>
internal static class NearestWord
{
    /// <summary>The known word fewest edits away, or null when none is near.</summary>
    public static string? To(string typed, IEnumerable<string> known)
    {
        var limit = Math.Max(1, typed.Length / 3);
        return known.Select(word => (word, edits: Edits(typed, word))).Where(w => w.edits <= limit).OrderBy(w => w.edits).ThenBy(w => w.word, StringComparer.Ordinal).FirstOrDefault().word;
    }

    /// <summary>Letters to add, remove or change, or neighbours to exchange, to make one word of the other.</summary>
    internal static int Edits(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[from.Length, to.Length];
    }
}
