using System.Text.Json.Nodes;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Authorization;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Tests;

/// <summary>What a case's cluster has: <c>namespaces</c> (name: labels), <c>params</c> (whole objects), <c>equivalents</c>, <c>may</c> (verbs the user may do).</summary>
internal sealed class CaseCluster(PolicyCase item) : IAdmissionCluster, ICelAuthorizer
{
    private readonly JsonObject _cluster = item.Json["cluster"] as JsonObject ?? [];

    /// <summary>Names of further namespaces, without labels.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    public bool TryGetNamespace(string name, out CelValue value)
    {
        var namespaces = _cluster["namespaces"] as JsonObject ?? [];
        value = CelValue.Null;
        if (!namespaces.TryGetPropertyValue(name, out var labels) && !Namespaces.Contains(name))
        {
            return false;
        }

        value = CaseRequest.Value(new JsonObject { ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = labels?.DeepClone() } });
        return true;
    }

    public bool TryGetScope(ParamKind kind, out bool namespaced)
    {
        namespaced = kind.Kind == "ConfigMap";
        return kind.Kind is "ConfigMap" or "Limit";
    }

    public bool TryGetParam(ParamKind kind, string ns, string name, out CelValue value)
    {
        var found = Params(kind, ns).FirstOrDefault(p => (string?)p["metadata"]!["name"] == name);
        value = CaseRequest.Value(found);
        return found is not null;
    }

    public IEnumerable<CelValue> ListParams(ParamKind kind, string ns) => Params(kind, ns).Select(CaseRequest.Value);

    public IReadOnlyList<EquivalentResource> Equivalents(GroupVersionResource resource, string subresource) =>
        [.. (_cluster["equivalents"] as JsonArray ?? []).Select(e => new EquivalentResource(
            new((string)e!["group"]!, (string)e["version"]!, (string)e["resource"]!), new((string)e["group"]!, (string)e["version"]!, (string?)e["kind"] ?? "")))];

    public CelValue Convert(CelValue value, GroupVersionKind kind)
    {
        var node = Mutating.JsonConversion.Document(value);
        if (node is JsonObject map)
        {
            map["apiVersion"] = kind.ApiVersion;
        }

        return CaseRequest.Value(node);
    }

    public ICelAuthorizer? AuthorizerFor(AdmissionRequest request) => _cluster["may"] is null ? null : this;

    public CelDecision Authorize(CelAuthorizationCheck check) =>
        new((_cluster["may"] as JsonArray)!.Any(v => (string?)v == $"{check.Verb} {check.Resource} {check.Namespace}/{check.Name}"));

    private IEnumerable<JsonObject> Params(ParamKind kind, string ns) => (_cluster["params"] as JsonArray ?? []).Select(p => (JsonObject)p!)
        .Where(p => (string?)p["kind"] == kind.Kind && ((string?)p["metadata"]!["namespace"] ?? "") == ns);
}
