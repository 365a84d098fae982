using System.Text.RegularExpressions;

namespace Daytwo.Embedded.Kinds;

/// <summary>Kubernetes' order of API versions: v2, v1, v1beta2, v1beta1, v1alpha1, then anything else by name.</summary>
internal sealed partial class VersionPriority : IComparer<string>
{
    /// <summary>The preferred version first.</summary>
    public static readonly IComparer<string> Descending = new VersionPriority();

    public int Compare(string? x, string? y)
    {
        var left = Parts().Match(x!);
        var right = Parts().Match(y!);
        if (!left.Success || !right.Success)
        {
            return left.Success == right.Success ? string.CompareOrdinal(x, y) : left.Success ? -1 : 1;
        }

        return Rank(right).CompareTo(Rank(left));
    }

    private static (int Stability, int Major, int Minor) Rank(Match version)
    {
        var stability = version.Groups[2].Value switch { "" => 2, "beta" => 1, _ => 0 };
        return (stability, Number(version.Groups[1]), Number(version.Groups[3]));
    }

    private static int Number(Group digits) => int.TryParse(digits.ValueSpan, out var number) ? number : 0;

    [GeneratedRegex("^v([0-9]+)(?:(alpha|beta)([0-9]+))?$")]
    private static partial Regex Parts();
}
