using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Rules.Exceptions;

namespace Daytwo.Rules.Rendering;

/// <summary>Writes mutations as MutatingAdmissionPolicy with one binding.</summary>
internal static class MutatingRendering
{
    public static RenderedObject Policy(AdmissionRule rule, ExceptionSet exceptions)
    {
        var spec = rule.Spec;
        var policy = PolicyRendering.Spec(rule, exceptions, deletes: false);
        policy["mutations"] = Json.Array((spec.Mutations ?? []).Select(Mutation));
        policy["reinvocationPolicy"] = spec.ReinvocationPolicy.ToString();
        return ObjectRendering.Of(PolicyTypes.MutatingPolicy, rule, policy);
    }

    public static RenderedObject Binding(AdmissionRule rule)
    {
        var binding = new JsonObject { ["policyName"] = PolicyName.Of(rule.Metadata.Name) };
        binding.Put("paramRef", ParamRendering.Reference(rule.Spec));
        return ObjectRendering.Of(PolicyTypes.MutatingBinding, rule, binding);
    }

    private static JsonObject Mutation(RuleMutation mutation) => mutation.JsonPatch is { } patch
        ? new JsonObject { ["patchType"] = "JSONPatch", ["jsonPatch"] = new JsonObject { ["expression"] = patch.Expression } }
        : new JsonObject { ["patchType"] = "ApplyConfiguration", ["applyConfiguration"] = new JsonObject { ["expression"] = mutation.ApplyConfiguration!.Expression } };
}
