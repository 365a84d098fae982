namespace Daytwo.Proof.Suites;

/// <summary>What came of a case.</summary>
/// <param name="Problems">How it differs from what was expected, a line for each; none when it passed.</param>
/// <param name="Cost">What the rule's expressions cost, in the units of the apiserver's budgets.</param>
public sealed record CaseResult(string File, string Rule, string Case, IReadOnlyList<string> Problems, long Cost)
{
    public bool Passed => Problems.Count == 0;
}
