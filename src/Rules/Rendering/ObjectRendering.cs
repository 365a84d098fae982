using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Rules.Rendering;

/// <summary>What everything made from a rule has: its name, labels that say so, and the rule as its owner.</summary>
internal static class ObjectRendering
{
    public static RenderedObject Of(ResourceType type, AdmissionRule rule, JsonObject spec)
    {
        var name = PolicyName.Of(rule.Metadata.Name);
        var metadata = new JsonObject
        {
            ["name"] = name,
            ["labels"] = new JsonObject { ["app.kubernetes.io/managed-by"] = "daytwo", [PolicyName.RuleLabel] = rule.Metadata.Name },
        };
        metadata.Put("ownerReferences", rule.Metadata.Uid.Length == 0 ? null : new JsonArray(Owner(rule.Metadata)));
        return new RenderedObject(type, name, new JsonObject { ["apiVersion"] = type.ApiVersion, ["kind"] = type.Kind, ["metadata"] = metadata, ["spec"] = spec });
    }

    private static JsonObject Owner(ObjectMeta rule) => new()
    {
        ["apiVersion"] = Kinds.ApiVersion,
        ["kind"] = Kinds.AdmissionRules.Type.Kind,
        ["name"] = rule.Name,
        ["uid"] = rule.Uid,
        ["controller"] = true,
    };
}
