using Daytwo.Crds;

namespace Daytwo.Webhooks.Serving;

/// <summary>What the operator has seen of a rule's policies on apiservers.</summary>
internal static class PolicyProof
{
    /// <summary>The digest of what every apiserver was seen to enforce; null while none is.</summary>
    public static string? DigestOf(AdmissionRule rule) =>
        rule.Status.Conditions?.Any(condition => condition is { Type: ConditionTypes.PolicyReady, Status: "True" }) == true ? rule.Status.Policy?.Digest : null;
}
