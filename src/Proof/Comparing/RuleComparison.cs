using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Comparing;

/// <summary>What comparing one rule on one apiserver came to.</summary>
/// <param name="Requests">Requests sent through each outlet.</param>
/// <param name="Judged">Those that reached the rule: the API would do them without it, and its conditions hold.</param>
/// <param name="Different">How often policy and webhook answered differently.</param>
/// <param name="EngineDiffers">How often the engine in this program says otherwise than the policy, of the requests that the API would do without the rule.</param>
/// <param name="Verdicts">How often which verdict, of the policy.</param>
/// <param name="Differences">The first of them, whole.</param>
public sealed record RuleComparison(
    string Rule, string Apiserver, string Mode, long Requests, long Judged, long Different, long EngineDiffers, IReadOnlyDictionary<AnswerKind, long> Verdicts, double Seconds,
    IReadOnlyList<ItemDifference> Differences)
{
    public bool Equal => Different == 0 && EngineDiffers == 0;
}
