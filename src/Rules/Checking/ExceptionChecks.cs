using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Validating;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Rules.Exceptions;
using Daytwo.Rules.Expressions;
using Daytwo.Rules.Rendering;

namespace Daytwo.Rules.Checking;

/// <summary>
/// Finds exceptions whose condition cannot be used, or for which there is no room. They are left out of the policies and told, so that the mistake of one team keeps
/// neither the rule nor the exceptions of others from taking effect.
/// </summary>
internal static class ExceptionChecks
{
    /// <summary>The API's own limit, without the two that policies have by themselves.</summary>
    private const int MaximumConditions = 64 - 2;

    public static IReadOnlyDictionary<RuleException, RuleFinding> Of(AdmissionRule rule, ExceptionSet exceptions)
    {
        var found = new Dictionary<RuleException, RuleFinding>(ReferenceEqualityComparer.Instance);
        foreach (var exception in exceptions.Active)
        {
            if (exception.Spec.Match.Condition is { } condition && (Unseen(rule, condition) ?? DoesNotCompile(rule, exception)) is { } problem)
            {
                found[exception] = RuleChecks.Warning($"RuleException/{exception.Metadata.Name} spec.match.condition", $"the exception has no effect: {problem}");
            }
        }

        var (own, usable) = (rule.Spec.Match.MatchConditions?.Count ?? 0, exceptions.Active.Where(exception => !found.ContainsKey(exception)).ToList());
        foreach (var exception in usable.OrderBy(exception => exception.Metadata.CreationTimestamp ?? DateTimeOffset.MaxValue).Skip(Math.Max(MaximumConditions - own, 0)))
        {
            found[exception] = RuleChecks.Warning(
                $"RuleException/{exception.Metadata.Name}",
                $"the exception has no effect: {own} conditions of the rule and {usable.Count} exceptions are more than the {MaximumConditions} match conditions that a rule may have, and those that were created first come first: "
                + "join exceptions that have the same owner and end, or delete some");
        }

        return found;
    }

    private static string? Unseen(AdmissionRule rule, string condition) => CelText.Mentions(condition, "namespaceObject")
        ? "namespaceObject is always null in conditions; name the namespaces in spec.match.namespaces"
        : CelText.Mentions(condition, "variables") ? "variables cannot be seen in conditions; write the expression out"
        : rule.Spec.Outlet != RuleOutlet.Policy && CelText.Mentions(condition, OutletChecks.Authorizer)
            ? $"a webhook cannot ask '{OutletChecks.Authorizer}', and the rule has the outlet {rule.Spec.Outlet}; decide by request.userInfo, or name who is meant in spec.match"
        : null;

    /// <summary>As the apiserver would compile it; by itself, so that it is whole and positions are those of what was written.</summary>
    private static string? DoesNotCompile(AdmissionRule rule, RuleException exception)
    {
        var condition = new JsonObject { ["name"] = "condition", ["expression"] = exception.Spec.Match.Condition };
        var spec = new JsonObject { ["matchConditions"] = new JsonArray(condition) };
        spec.Put("paramKind", ParamRendering.Kind(rule.Spec));
        var policy = new JsonObject { ["metadata"] = new JsonObject { ["name"] = exception.Metadata.Name }, ["spec"] = spec };
        return ValidatingPolicy.Compile(policy.Deserialize(PolicyJson.Default.ValidatingAdmissionPolicy)!).Problems is [var problem, ..] ? problem.Text : null;
    }
}
