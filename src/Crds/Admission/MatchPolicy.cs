namespace Daytwo.Crds.Admission;

/// <summary>Whether requests through other versions of a resource match.</summary>
public enum MatchPolicy
{
    Equivalent,
    Exact,
}
