using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Rules.Exceptions;

namespace Daytwo.Rules.Rendering;

/// <summary>Writes validations and audit annotations as ValidatingAdmissionPolicy with one binding.</summary>
internal static class ValidatingRendering
{
    public static RenderedObject Policy(AdmissionRule rule, ExceptionSet exceptions)
    {
        var spec = rule.Spec;
        var policy = PolicyRendering.Spec(rule, exceptions, deletes: true);
        policy.Put("validations", spec.Validations is { Count: > 0 } validations ? Json.Array(validations.Select(Validation)) : null);
        policy.Put("auditAnnotations", spec.AuditAnnotations is { Count: > 0 } annotations ? Json.Array(annotations.Select(Annotation)) : null);
        return ObjectRendering.Of(PolicyTypes.ValidatingPolicy, rule, policy);
    }

    public static RenderedObject Binding(AdmissionRule rule)
    {
        var binding = new JsonObject { ["policyName"] = PolicyName.Of(rule.Metadata.Name), ["validationActions"] = Json.Texts(Actions(rule.Spec)) };
        binding.Put("paramRef", ParamRendering.Reference(rule.Spec));
        return ObjectRendering.Of(PolicyTypes.ValidatingBinding, rule, binding);
    }

    /// <summary>A warning is seen by the client alone: with both outlets the policy notes it in the audit log too, where it can be compared with the webhook's.</summary>
    private static IEnumerable<string> Actions(AdmissionRuleSpec spec) => spec.Mode switch
    {
        RuleMode.Enforce => ["Deny"],
        RuleMode.Warn => spec.Outlet == RuleOutlet.Both ? ["Warn", "Audit"] : ["Warn"],
        _ => ["Audit"],
    };

    private static JsonObject Validation(RuleValidation validation)
    {
        var json = new JsonObject { ["expression"] = validation.Expression, ["message"] = validation.Message };
        json.Put("messageExpression", validation.MessageExpression);
        json.Put("reason", validation.Reason?.ToString());
        return json;
    }

    private static JsonObject Annotation(RuleAuditAnnotation annotation) =>
        new() { ["key"] = annotation.Key, ["valueExpression"] = annotation.ValueExpression };
}
