namespace Daytwo.Proof.Comparing;

/// <summary>A request that policy, webhook and engine do not all answer alike.</summary>
/// <param name="Mode">Of the rule: Enforce or Warn.</param>
/// <param name="Request">What was sent.</param>
/// <param name="Aspects">In what policy and webhook differ; none when it is the engine alone that differs.</param>
/// <param name="Engine">In what the engine in this program differs from the policy, a line for each aspect; null where it agrees or had no say.</param>
public sealed record ItemDifference(string Apiserver, string Mode, string Request, IReadOnlyList<AspectDifference> Aspects, string? Engine);
