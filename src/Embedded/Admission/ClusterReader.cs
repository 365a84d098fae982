using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Authorization;
using Daytwo.Cel.Json;
using Daytwo.Cel.Values;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Store;

namespace Daytwo.Embedded.Admission;

/// <summary>What policies read of the cluster: the store itself, as it is in the moment of the request.</summary>
internal sealed class ClusterReader(ClusterState state) : IAdmissionCluster, ICelAuthorizer
{
    public bool TryGetNamespace(string name, out CelValue value) => TryGet(state.Store.Get("namespaces", null, name), out value);

    public bool TryGetScope(ParamKind kind, out bool namespaced)
    {
        var known = Kind(kind);
        namespaced = known?.Namespaced == true;
        return known is not null;
    }

    public bool TryGetParam(ParamKind kind, string ns, string name, out CelValue value) =>
        TryGet(state.Store.Get(Kind(kind)!.Collection, ns.Length == 0 ? null : ns, name), out value);

    public IEnumerable<CelValue> ListParams(ParamKind kind, string ns) => state.Store.List(Kind(kind)!.Collection)
        .Where(o => (o.Namespace ?? "") == ns).OrderBy(o => o.Name, StringComparer.Ordinal).Select(o => Value(o.Value));

    public IReadOnlyList<EquivalentResource> Equivalents(GroupVersionResource resource, string subresource) =>
        [.. state.Kinds.All.Where(k => k.Group == resource.Group && k.Plural == resource.Resource && k.Version != resource.Version)
            .Select(k => new EquivalentResource(new(k.Group, k.Version, k.Plural), new(k.Group, k.Version, k.Kind)))];

    public ICelAuthorizer AuthorizerFor(AdmissionRequest request) => this;

    /// <summary>Every authenticated caller may do everything here.</summary>
    public CelDecision Authorize(CelAuthorizationCheck check) => new(Allowed: true);

    public CelValue Convert(CelValue value, GroupVersionKind kind)
    {
        if (JsonConversion.Document(value) is not JsonObject document || state.Kinds.FindKind(kind.ApiVersion, kind.Kind) is not { } wanted)
        {
            return value;
        }

        return Value(VersionConversion.Served(wanted, document));
    }

    /// <summary>A document as expressions read it.</summary>
    public static CelValue Value(JsonObject? document) => document is null ? CelValue.Null : JsonInput.Read(Encoding.UTF8.GetBytes(document.ToJsonString()));

    private KindDefinition? Kind(ParamKind kind) => state.Kinds.FindKind(kind.ApiVersion, kind.Kind);

    private static bool TryGet(StoredObject? stored, out CelValue value)
    {
        value = Value(stored?.Value);
        return stored is not null;
    }
}
