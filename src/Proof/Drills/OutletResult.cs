namespace Daytwo.Proof.Drills;

/// <summary>What became of requests through one outlet. Times are seconds since the fault began.</summary>
/// <param name="HealedAt">When mending began.</param>
/// <param name="EndedAt">When the last request was sent.</param>
/// <param name="Requests">Sent since the fault began.</param>
/// <param name="Gap">Got through though the rule forbids them.</param>
/// <param name="Outage">Did not get through though the rule allows them.</param>
/// <param name="Unjudged">Rightly did not get through, but the user was told of a failure and not of the rule.</param>
/// <param name="RightAgain">Seconds from the fault until verdicts were right while it lasted: 0 when none was wrong, null when wrong ones came to the end.</param>
/// <param name="RightAgainAfterHealing">Seconds from the begin of mending until verdicts were right for good: 0 when none was wrong, null when they never were.</param>
/// <param name="Before">Time of answers before the fault.</param>
/// <param name="During">Time of answers to requests sent while it lasted.</param>
/// <param name="Errors">What users were told instead of a verdict, the most frequent first.</param>
/// <param name="SliceSeconds">The length of each slice.</param>
public sealed record OutletResult(
    DrillOutlet Outlet, double HealedAt, double EndedAt, int Requests, int Gap, int Outage, int Unjudged, double? RightAgain, double? RightAgainAfterHealing,
    DrillLatency Before, DrillLatency During, IReadOnlyList<DrillError> Errors, double SliceSeconds, IReadOnlyList<DrillSlice> Slices)
{
    /// <summary>Whether verdicts were right in the end.</summary>
    public bool Recovered => RightAgainAfterHealing is not null;
}
