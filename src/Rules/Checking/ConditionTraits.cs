using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Validating;
using Daytwo.Crds;
using Daytwo.Rules.Expressions;
using Daytwo.Rules.Rendering;

namespace Daytwo.Rules.Checking;

/// <summary>
/// What can be told of the condition of an exception by looking at it and compiling it. Remembered for as long as that very exception is in memory: all exceptions of a rule
/// are looked at whenever one of them changes.
/// </summary>
/// <param name="Problem">Why it does not compile; null when it does.</param>
internal sealed record ConditionTraits(bool MentionsNamespaceObject, bool MentionsVariables, bool MentionsAuthorizer, string? Problem)
{
    private static readonly ConditionalWeakTable<RuleException, ConditionTraits> Plain = [];
    private static readonly ConditionalWeakTable<RuleException, ConditionTraits> WithParameters = [];

    /// <param name="exception">One that has a condition.</param>
    public static ConditionTraits Of(AdmissionRule rule, RuleException exception) => ParamRendering.Kind(rule.Spec) is { } kind
        ? WithParameters.GetValue(exception, exception => Look(exception, kind))
        : Plain.GetValue(exception, static exception => Look(exception, null));

    private static ConditionTraits Look(RuleException exception, JsonObject? parameters)
    {
        var condition = exception.Spec.Match.Condition!;
        return new ConditionTraits(
            CelText.Mentions(condition, "namespaceObject"), CelText.Mentions(condition, "variables"), CelText.Mentions(condition, OutletChecks.Authorizer), Compile(exception.Metadata.Name, condition, parameters));
    }

    /// <summary>As the apiserver would; by itself, so that it is whole and positions are those of what was written.</summary>
    private static string? Compile(string name, string condition, JsonObject? parameters)
    {
        var spec = new JsonObject { ["matchConditions"] = new JsonArray(new JsonObject { ["name"] = "condition", ["expression"] = condition }) };
        spec.Put("paramKind", parameters);
        var policy = new JsonObject { ["metadata"] = new JsonObject { ["name"] = name }, ["spec"] = spec };
        return ValidatingPolicy.Compile(policy.Deserialize(PolicyJson.Default.ValidatingAdmissionPolicy)!).Problems is [var problem, ..] ? problem.Text : null;
    }
}
