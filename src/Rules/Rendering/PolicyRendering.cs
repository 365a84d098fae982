using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Rules.Exceptions;

namespace Daytwo.Rules.Rendering;

/// <summary>Writes what both kinds of policies have: which requests they are about, and their variables.</summary>
internal static class PolicyRendering
{
    /// <param name="deletes">Whether deletions are among the requests.</param>
    public static JsonObject Spec(AdmissionRule rule, ExceptionSet exceptions, bool deletes)
    {
        var spec = rule.Spec;
        var policy = new JsonObject { ["failurePolicy"] = spec.FailurePolicy.ToString() };
        policy.Put("paramKind", ParamRendering.Kind(spec));
        policy["matchConstraints"] = MatchRendering.Constraints(spec.Match, deletes);
        policy.Put("matchConditions", MatchRendering.Conditions(spec.Match, exceptions));
        policy.Put("variables", VariableRendering.Of(spec));
        return policy;
    }
}
