namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>What an outlet says of a rule.</summary>
/// <param name="Ready">Whether the rule was seen in force there.</param>
/// <param name="Stalled">Whether nothing will come of waiting.</param>
internal sealed record OutletVerdict(bool Ready, bool Stalled, string Reason, string Message);
