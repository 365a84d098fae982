using System.Text;

namespace Daytwo.Cluster.Tests.Parity;

/// <summary>Shows where two texts differ: lines only one of them has.</summary>
internal static class LineDifference
{
    /// <summary><c>-</c> marks what the real cluster says, <c>+</c> what the embedded one does.</summary>
    public static string Between(string real, string embedded)
    {
        var (left, right) = (real.Split('\n'), embedded.Split('\n'));
        var shared = Lengths(left, right);
        var text = new StringBuilder();
        var (i, j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (j == right.Length || (i < left.Length && shared[i + 1, j] >= shared[i, j + 1]))
            {
                text.Append("  - ").AppendLine(left[i++]);
            }
            else
            {
                text.Append("  + ").AppendLine(right[j++]);
            }
        }

        return text.ToString();
    }

    /// <summary>The longest common subsequence of every pair of tails.</summary>
    private static int[,] Lengths(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }
}
