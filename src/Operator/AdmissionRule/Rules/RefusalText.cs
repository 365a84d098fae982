using Daytwo.Kubernetes.Results;
using Daytwo.Operator.AdmissionRule.Observation;
using Daytwo.Rules;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>Says a refusal in the words of the rule: its fields instead of those of the policy.</summary>
internal static class RefusalText
{
    public static string Of(AdmissionRuleObject rule, RenderedRule rendered, Refusal refusal) => refusal.Error switch
    {
        { Kind: ApiErrorKind.NotFound } => $"this API does not serve {refusal.Kind}: it needs Kubernetes 1.36 or later",
        { Kind: ApiErrorKind.Forbidden } error => $"the operator may not write {refusal.Kind}: {error.Message}. Install config/rbac of this version",
        { Causes: [_, ..] causes } => string.Join("; ", causes.Select(cause => $"{RuleFields.Of(rule, rendered, cause.Field)}: {cause.Message}")),
        var error => error.Message,
    };
}
