using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Json;
using Daytwo.Cel.Values;

namespace Daytwo.Proof.Judging;

/// <summary>A cluster that holds what a case says: one namespace and ConfigMaps.</summary>
internal sealed class GivenCluster(JsonObject? ns, IReadOnlyList<JsonObject> configMaps) : IAdmissionCluster
{
    public bool TryGetNamespace(string name, out CelValue value)
    {
        value = ns is not null && ns.Text("metadata", "name") == name ? Value(ns) : CelValue.Null;
        return value.Kind == CelKind.Map;
    }

    public bool TryGetScope(ParamKind kind, out bool namespaced)
    {
        namespaced = true;
        return kind is { ApiVersion: "v1", Kind: "ConfigMap" };
    }

    public bool TryGetParam(ParamKind kind, string ns, string name, out CelValue value)
    {
        var found = configMaps.FirstOrDefault(map => Namespace(map) == ns && map.Text("metadata", "name") == name);
        value = Value(found);
        return found is not null;
    }

    public IEnumerable<CelValue> ListParams(ParamKind kind, string ns) =>
        configMaps.Where(map => Namespace(map) == ns).OrderBy(map => map.Text("metadata", "name"), StringComparer.Ordinal).Select(Value);

    public static CelValue Value(JsonObject? json) => json is null ? CelValue.Null : JsonInput.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static string Namespace(JsonObject map) => map.Text("metadata", "namespace") ?? "default";
}
