using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Json;
using Daytwo.Cel.Values;

namespace Daytwo.Proof.Judging;

/// <summary>A cluster that holds what it was given: namespaces and ConfigMaps.</summary>
internal sealed class GivenCluster : IAdmissionCluster
{
    private readonly Dictionary<string, CelValue> _namespaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, CelValue>> _maps = new(StringComparer.Ordinal);

    public GivenCluster(IEnumerable<JsonObject> namespaces, IEnumerable<JsonObject> configMaps)
    {
        foreach (var ns in namespaces)
        {
            AddNamespace(ns);
        }

        foreach (var map in configMaps)
        {
            AddConfigMap(map);
        }
    }

    public void AddNamespace(JsonObject json) => _namespaces[json.Text("metadata", "name") ?? ""] = Value(json);

    public void AddConfigMap(JsonObject json)
    {
        var ns = json.Text("metadata", "namespace") ?? "default";
        var there = _maps.TryGetValue(ns, out var known) ? known : _maps[ns] = new SortedDictionary<string, CelValue>(StringComparer.Ordinal);
        there[json.Text("metadata", "name") ?? ""] = Value(json);
    }

    public bool TryGetNamespace(string name, out CelValue value) => _namespaces.TryGetValue(name, out value);

    public bool TryGetScope(ParamKind kind, out bool namespaced)
    {
        namespaced = true;
        return kind is { ApiVersion: "v1", Kind: "ConfigMap" };
    }

    public bool TryGetParam(ParamKind kind, string ns, string name, out CelValue value)
    {
        value = CelValue.Null;
        return _maps.TryGetValue(ns, out var there) && there.TryGetValue(name, out value);
    }

    public IEnumerable<CelValue> ListParams(ParamKind kind, string ns) => _maps.TryGetValue(ns, out var there) ? there.Values : [];

    public static CelValue Value(JsonObject? json) => json is null ? CelValue.Null : JsonInput.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
