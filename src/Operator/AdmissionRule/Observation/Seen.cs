using Daytwo.Operator.AdmissionRule.Canary;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Operator.AdmissionRule.Observation;

/// <summary>Everything a decision about a rule rests on.</summary>
/// <param name="Name">The rule's name.</param>
/// <param name="Rule">Null when there is none any more; what was made from it may still be there.</param>
/// <param name="Exceptions">All RuleExceptions.</param>
/// <param name="Made">The objects of the policies' name, read live.</param>
/// <param name="Refusal">What the API last refused to take, if it did.</param>
/// <param name="Proof">What is known of the policies on apiservers.</param>
/// <param name="WebhookProof">What is known of apiservers and the webhooks they call.</param>
/// <param name="Replicas">What the webhook replicas say of themselves, the dead too.</param>
internal sealed record Seen(
    string Name, AdmissionRuleObject? Rule, IReadOnlyList<RuleExceptionObject> Exceptions, IReadOnlyList<MadeObject> Made, Refusal? Refusal, CanaryProof Proof,
    CanaryProof WebhookProof, IReadOnlyList<ReplicaReport> Replicas);
