using Daytwo.Operator.AdmissionRule.Canary;

namespace Daytwo.Operator.AdmissionRule.Observation;

/// <summary>Everything a decision about a rule rests on.</summary>
/// <param name="Name">The rule's name.</param>
/// <param name="Rule">Null when there is none any more; what was made from it may still be there.</param>
/// <param name="Exceptions">All RuleExceptions.</param>
/// <param name="Made">The objects of the policies' name, read live.</param>
/// <param name="Refusal">What the API last refused to take, if it did.</param>
/// <param name="Proof">What is known of the apiservers.</param>
internal sealed record Seen(
    string Name, AdmissionRuleObject? Rule, IReadOnlyList<RuleExceptionObject> Exceptions, IReadOnlyList<MadeObject> Made, Refusal? Refusal, CanaryProof Proof);
