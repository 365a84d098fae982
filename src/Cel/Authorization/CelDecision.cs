namespace Daytwo.Cel.Authorization;

/// <summary>The answer to a check.</summary>
/// <param name="Allowed">Whether it is allowed.</param>
/// <param name="Reason">Why, for people; may be empty.</param>
/// <param name="Error">Why there is no answer; null when there is one.</param>
public sealed record CelDecision(bool Allowed, string Reason = "", string? Error = null);
