namespace Daytwo.Proof.Drills;

/// <summary>What is sent in turn.</summary>
public sealed record DrillRequests(DrillRequest Good, DrillRequest Bad);
