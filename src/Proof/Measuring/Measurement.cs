namespace Daytwo.Proof.Measuring;

/// <summary>How long dry runs of creating a pod took.</summary>
/// <param name="Rules">Rules in force in each outlet.</param>
/// <param name="Matching">Whether the rules are about these requests; else they are about the same resource, but not about these.</param>
/// <param name="Concurrency">Requests in flight; a new one is sent when one is answered.</param>
/// <param name="Unexpected">Answers other than that of the first request.</param>
/// <param name="P50">Milliseconds, as P90 and P99.</param>
public sealed record Measurement(Setup Setup, int Rules, bool Matching, int Concurrency, int Requests, int Unexpected, double P50, double P90, double P99, double PerSecond);
