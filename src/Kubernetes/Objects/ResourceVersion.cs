namespace Daytwo.Kubernetes.Objects;

/// <summary>The order of resourceVersions: they are decimal numbers of any length, rising within one resource type.</summary>
public static class ResourceVersion
{
    /// <summary>Negative when <paramref name="left"/> is older. Empty is older than everything.</summary>
    public static int Compare(string left, string right)
    {
        var byLength = left.Length.CompareTo(right.Length);
        return byLength != 0 ? byLength : string.CompareOrdinal(left, right);
    }

    /// <summary>Whether <paramref name="seen"/> shows the state of <paramref name="written"/> or a later one.</summary>
    public static bool HasReached(string seen, string written) => Compare(seen, written) >= 0;
}
