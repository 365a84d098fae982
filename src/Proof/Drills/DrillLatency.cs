namespace Daytwo.Proof.Drills;

/// <summary>Milliseconds from request to answer.</summary>
public sealed record DrillLatency(double P50, double P99, double Longest);
