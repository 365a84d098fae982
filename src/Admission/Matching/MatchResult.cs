using Daytwo.Admission.Requests;

namespace Daytwo.Admission.Matching;

/// <summary>Whether a request is matched, and as what.</summary>
/// <param name="Resource">The resource under which a rule matched it.</param>
/// <param name="Kind">The kind in which its object is then seen.</param>
/// <param name="Error">Why it could not be told although the rules match; null when it could.</param>
internal readonly record struct MatchResult(bool Matched, GroupVersionResource Resource, GroupVersionKind Kind, string? Error = null)
{
    public static MatchResult No => default;

    public static MatchResult Fail(string error) => new(false, default, default, error);
}
