namespace Daytwo.Proof.Drills;

/// <summary>Requests sent within a short time.</summary>
/// <param name="At">Seconds since the fault began; negative before it.</param>
/// <param name="Milliseconds">The median time of their answers.</param>
public sealed record DrillSlice(double At, int Right, int Gap, int Outage, int Unjudged, double Milliseconds);
