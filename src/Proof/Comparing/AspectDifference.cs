namespace Daytwo.Proof.Comparing;

/// <summary>One aspect in which two answers differ; long values are cut.</summary>
public sealed record AspectDifference(Aspect Aspect, string Policy, string Webhook);
