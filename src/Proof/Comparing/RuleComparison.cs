using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Comparing;

/// <summary>What comparing one rule on one apiserver came to.</summary>
/// <param name="Requests">Requests sent through each outlet.</param>
/// <param name="Verdicts">How often which verdict, of the policy.</param>
/// <param name="EngineDiffers">How often the engine in this program says otherwise than the policy; null when it was not asked.</param>
/// <param name="Differences">The first of them, whole.</param>
public sealed record RuleComparison(
    string Rule, string Apiserver, string Mode, long Requests, long Different, IReadOnlyDictionary<AnswerKind, long> Verdicts, long? EngineDiffers, double Seconds,
    IReadOnlyList<ItemDifference> Differences)
{
    public bool Equal => Different == 0 && EngineDiffers is null or 0;
}
