namespace Daytwo.Proof.Comparing;

/// <summary>How far a run is.</summary>
/// <param name="Step">What is done now.</param>
/// <param name="Done">Requests of this step that are done.</param>
/// <param name="Total">Of how many; null when nobody knows.</param>
public readonly record struct ComparisonProgress(string Step, long Done, long? Total);
