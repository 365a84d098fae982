using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Daytwo.Rules.Comparing;

/// <summary>Whether a live object shows what was rendered.</summary>
public static class Shown
{
    /// <summary>
    /// What may stand in the spec of a policy or binding, and in a webhook. What is not rendered and yet live is a change by someone else, for it could
    /// take the rule's force; a name that is not known here is a default of a later API.
    /// </summary>
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "admissionReviewVersions", "apiGroups", "apiVersion", "apiVersions", "applyConfiguration", "auditAnnotations", "caBundle", "clientConfig", "excludeResourceRules", "expression", "failurePolicy", "jsonPatch", "key", "kind",
        "matchConditions", "matchConstraints", "matchExpressions", "matchLabels", "matchPolicy", "matchResources", "message", "messageExpression", "mutations", "name", "namespace",
        "namespaceSelector", "objectSelector", "operations", "operator", "paramKind", "paramRef", "parameterNotFoundAction", "patchType", "path", "policyName", "port", "reason",
        "reinvocationPolicy", "resourceNames", "resourceRules", "resources", "rules", "scope", "selector", "service", "sideEffects", "timeoutSeconds", "url", "validationActions", "validations", "valueExpression", "values", "variables");

    /// <summary>True when the live object has the labels, owners and spec that were rendered. Further labels and owners are others' business.</summary>
    public static bool By(JsonObject live, JsonObject rendered)
    {
        var (found, wanted) = (live["metadata"], rendered["metadata"]!);
        return Contains(found?["labels"], wanted["labels"]) && HasOwners(found?["ownerReferences"], wanted["ownerReferences"]) && Same(live["spec"], rendered["spec"]);
    }

    private static bool Contains(JsonNode? live, JsonNode? labels) =>
        labels is not JsonObject wanted || (live is JsonObject there && wanted.All(label => JsonNode.DeepEquals(there[label.Key], label.Value)));

    private static bool HasOwners(JsonNode? live, JsonNode? owners) =>
        owners is not JsonArray wanted || (live is JsonArray there && wanted.All(owner => there.Any(found => JsonNode.DeepEquals(found?["uid"], owner?["uid"]))));

    /// <summary>True when a part of a live object is as rendered.</summary>
    public static bool Same(JsonNode? live, JsonNode? rendered) => rendered switch
    {
        JsonObject map => live is JsonObject there && map.All(member => there.ContainsKey(member.Key))
            && there.All(member => map.TryGetPropertyValue(member.Key, out var wanted) ? Same(member.Value, wanted) : !IsKnown(map, member.Key)),
        JsonArray list => live is JsonArray there && there.Count == list.Count && list.Index().All(item => Same(there[item.Index], item.Item)),
        _ => JsonNode.DeepEquals(live, rendered),
    };

    /// <summary>Keys of labels can be any text.</summary>
    private static bool IsKnown(JsonObject parent, string name) => Known.Contains(name) || (parent.Parent is JsonObject && parent.GetPropertyName() == "matchLabels");
}
