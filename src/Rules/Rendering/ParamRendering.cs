using System.Text.Json.Nodes;
using Daytwo.Crds.Admission;

namespace Daytwo.Rules.Rendering;

/// <summary>Writes parameters: ConfigMaps as the API's own parameters, values as variables.</summary>
internal static class ParamRendering
{
    public static JsonObject? Kind(AdmissionRuleSpec spec) =>
        spec.Params?.ConfigMap is null ? null : new JsonObject { ["apiVersion"] = "v1", ["kind"] = "ConfigMap" };

    public static JsonObject? Reference(AdmissionRuleSpec spec)
    {
        if (spec.Params?.ConfigMap is not { } map)
        {
            return null;
        }

        var json = new JsonObject();
        json.Put("name", map.Name);
        json.Put("namespace", map.Namespace);
        json.Put("selector", map.Selector is { } selector ? MatchRendering.Selector(selector, []) : null);
        json["parameterNotFoundAction"] = map.ParameterNotFoundAction.ToString();
        return json;
    }
}
