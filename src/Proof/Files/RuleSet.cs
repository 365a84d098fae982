using Daytwo.Crds;

namespace Daytwo.Proof.Files;

/// <summary>Rules with the exceptions that may name them.</summary>
public sealed record RuleSet(IReadOnlyList<AdmissionRule> Rules, IReadOnlyList<RuleException> Exceptions);
