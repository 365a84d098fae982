namespace Daytwo.Operator.AdmissionRule.Canary;

/// <summary>Whether one apiserver was seen to have the newest policies in force.</summary>
/// <param name="Server">Its address.</param>
/// <param name="Pending">Why not; null when it was.</param>
internal sealed record ServerProof(string Server, string? Pending);
