using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Rules.Expressions;

namespace Daytwo.Rules.Checking;

/// <summary>What a policy can do and a webhook cannot.</summary>
internal static class OutletChecks
{
    public const string Authorizer = "authorizer";

    public static IEnumerable<RuleFinding> Of(AdmissionRuleSpec spec)
    {
        if (spec.Outlet == RuleOutlet.Policy)
        {
            yield break;
        }

        foreach (var (index, mutation) in (spec.Mutations ?? []).Index())
        {
            if (mutation.ApplyConfiguration is not null)
            {
                yield return RuleChecks.Error(
                    $"spec.mutations[{index}].applyConfiguration",
                    $"outlet {spec.Outlet} cannot serve it: a webhook has no schema of the object to merge by. Write the change as jsonPatch, or set spec.outlet to Policy");
            }
        }

        foreach (var (field, expression) in RuleExpressions.Of(spec))
        {
            if (CelText.Find(expression, Authorizer) is { } place)
            {
                yield return RuleChecks.Error(
                    field,
                    $"{place.Line}:{place.Column}: outlet {spec.Outlet} cannot serve '{Authorizer}': only the apiserver knows what a user may do. Decide by request.userInfo, or set spec.outlet to Policy");
            }
        }
    }
}
