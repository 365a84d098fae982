namespace Daytwo.Proof.Drills;

/// <summary>What became of one drill, outlet by outlet.</summary>
public sealed record DrillResult(string Name, string Title, string How, IReadOnlyList<OutletResult> Outlets);
