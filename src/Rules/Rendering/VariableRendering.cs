using System.Text.Json.Nodes;
using Daytwo.Crds.Admission;
using Daytwo.Rules.Expressions;

namespace Daytwo.Rules.Rendering;

/// <summary>Writes variables: the values of params first, so that the others can use them.</summary>
internal static class VariableRendering
{
    public static JsonArray? Of(AdmissionRuleSpec spec)
    {
        JsonObject[] variables =
        [
            .. (spec.Params?.Values ?? []).Select(value => Variable(value.Name, CelLiteral.Of(value.Value))),
            .. (spec.Variables ?? []).Select(variable => Variable(variable.Name, variable.Expression)),
        ];
        return variables is [] ? null : Json.Array(variables);
    }

    private static JsonObject Variable(string name, string expression) => new() { ["name"] = name, ["expression"] = expression };
}
