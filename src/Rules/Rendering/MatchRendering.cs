using System.Text.Json.Nodes;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules.Exceptions;

namespace Daytwo.Rules.Rendering;

/// <summary>Writes which requests a policy is about, the API's defaults written out.</summary>
internal static class MatchRendering
{
    /// <param name="deletes">Whether the policy may see deletions; mutating ones may not.</param>
    public static JsonObject Constraints(RuleMatch match, bool deletes) => new()
    {
        ["matchPolicy"] = match.MatchPolicy.ToString(),
        ["namespaceSelector"] = NamespaceSelector(match.NamespaceSelector),
        ["objectSelector"] = Selector(match.ObjectSelector, []),
        ["resourceRules"] = Json.Array(match.ResourceRules.Where(rule => deletes || rule.Operations.Any(NoDeletion)).Select(rule => Resources(rule, deletes))),
        ["excludeResourceRules"] = Json.Array([.. (match.ExcludeResourceRules ?? []).Select(rule => Resources(rule, deletes: true)), .. AlwaysExcluded.ResourceRules()]),
    };

    /// <summary>The rule's own conditions, then one for each exception, then what no rule is about; null for none.</summary>
    public static JsonArray? Conditions(RuleMatch match, ExceptionSet exceptions) => Json.AnyOf(
    [
        .. (match.MatchConditions ?? []).Select(condition => new JsonObject { ["name"] = condition.Name, ["expression"] = condition.Expression }),
        .. exceptions.Active.Select(ExceptionCondition.Of),
        .. AlwaysExcluded.PolicyConditions(match.ResourceRules),
    ]);

    public static JsonObject Selector(LabelSelector? selector, IReadOnlyList<LabelSelectorRequirement> more)
    {
        var json = new JsonObject();
        if (selector?.MatchLabels is { Count: > 0 } labels)
        {
            json["matchLabels"] = new JsonObject(labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => KeyValuePair.Create(label.Key, (JsonNode?)JsonValue.Create(label.Value))));
        }

        LabelSelectorRequirement[] requirements = [.. selector?.MatchExpressions ?? [], .. more];
        if (requirements.Length > 0)
        {
            json["matchExpressions"] = Json.Array(requirements.Select(Requirement));
        }

        return json;
    }

    /// <summary>The rule's selector, and never the namespaces that are always excluded.</summary>
    public static JsonObject NamespaceSelector(LabelSelector? selector) =>
        Selector(selector, [new LabelSelectorRequirement { Key = AlwaysExcluded.NamespaceNameLabel, Operator = "NotIn", Values = AlwaysExcluded.Namespaces }]);

    private static JsonObject Requirement(LabelSelectorRequirement requirement)
    {
        var json = new JsonObject { ["key"] = requirement.Key, ["operator"] = requirement.Operator };
        json.Put("values", requirement.Values is { Count: > 0 } values ? Json.Texts(values) : null);
        return json;
    }

    private static JsonObject Resources(RuleResources rule, bool deletes)
    {
        var json = new JsonObject();
        json.Put("resourceNames", rule.ResourceNames is { Count: > 0 } names ? Json.Texts(names) : null);
        json["apiGroups"] = Json.Texts(rule.ApiGroups);
        json["apiVersions"] = Json.Texts(rule.ApiVersions);
        json["operations"] = Json.Texts(rule.Operations.Where(operation => deletes || NoDeletion(operation)).Select(Name));
        json["resources"] = Json.Texts(rule.Resources);
        json["scope"] = rule.Scope == ResourceScope.Any ? "*" : rule.Scope.ToString();
        return json;
    }

    private static bool NoDeletion(AdmissionOperation operation) => operation != AdmissionOperation.Delete;

    private static string Name(AdmissionOperation operation) => operation == AdmissionOperation.Any ? "*" : operation.ToString().ToUpperInvariant();
}
