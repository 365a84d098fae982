namespace Daytwo.Embedded.Apply;

/// <summary>What a manager owns, and in which version of the object it said so.</summary>
/// <param name="Time">When it last changed something, to the second; null when that was never written down.</param>
internal sealed record ManagedSet(FieldSet Fields, string ApiVersion, string? Time = null);
