namespace Daytwo.Proof.Comparing;

/// <summary>A request that the outlets answer differently.</summary>
/// <param name="Mode">Of the rule: Enforce or Warn.</param>
/// <param name="Request">What was sent.</param>
/// <param name="Engine">What the engine in this program says of it, and so which of the three disagrees; null when it was not asked.</param>
public sealed record ItemDifference(string Apiserver, string Mode, string Request, IReadOnlyList<AspectDifference> Aspects, string? Engine);
