namespace Daytwo.Proof.Drills;

/// <summary>What users were told, and how often.</summary>
/// <param name="Text">One of those that differ only in numbers.</param>
public sealed record DrillError(string Text, int Count);
