using System.Collections.Concurrent;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Values;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Runtime;
using Daytwo.Runtime.Informers;

namespace Daytwo.Webhooks.Serving;

/// <summary>What expressions see of the cluster: namespaces and ConfigMaps, from watches. Requests come converted, so resources have no equivalents.</summary>
internal sealed class ClusterView : IAdmissionCluster
{
    private readonly KubernetesClient _client;
    private readonly Informer<RawObject> _namespaces;
    private readonly ParameterWatches _parameters;

    /// <summary>Namespaces asked for before a watch told of them; each only until it does.</summary>
    private readonly ConcurrentDictionary<string, RawObject> _young = new(StringComparer.Ordinal);

    public ClusterView(KubernetesClient client, Informer<RawObject> namespaces, ParameterWatches parameters)
    {
        (_client, _namespaces, _parameters) = (client, namespaces, parameters);
        namespaces.Subscribe(change => _young.TryRemove(change.Object.Metadata.Name, out _));
    }

    /// <summary>Whether a namespace is known; the empty one always is.</summary>
    public bool Knows(string ns) => ns.Length == 0 || TryGetNamespace(ns, out _);

    /// <summary>Asks the API for a namespace. One that does not exist stays unknown.</summary>
    /// <exception cref="OperationCanceledException">There was no answer in time, or none at all.</exception>
    public async ValueTask Learn(string ns, CancellationToken ct)
    {
        try
        {
            var found = await _client.Get(RawObject.Resource(Namespace.Resource.Type), null, ns, ct).ConfigureAwait(false);
            if (found.Succeeded(out var value))
            {
                _young[ns] = value;
                if (_namespaces.Store.Get(new ObjectKey("", ns)) is not null)
                {
                    _young.TryRemove(ns, out _);
                }
            }
        }
        catch (IOException e)
        {
            throw new OperationCanceledException($"the namespace {ns} could not be read: {e.Message}", e);
        }
    }

    public bool TryGetNamespace(string name, out CelValue value) =>
        Value(_namespaces.Store.Get(new ObjectKey("", name)) ?? _young.GetValueOrDefault(name), out value);

    public bool TryGetScope(ParamKind kind, out bool namespaced)
    {
        namespaced = true;
        return IsConfigMap(kind);
    }

    public bool TryGetParam(ParamKind kind, string ns, string name, out CelValue value) => Value(IsConfigMap(kind) ? _parameters.Get(ns, name) : null, out value);

    public IEnumerable<CelValue> ListParams(ParamKind kind, string ns) => IsConfigMap(kind) ? _parameters.List(ns).Select(map => map.Value) : [];

    private static bool IsConfigMap(ParamKind kind) => kind.ApiVersion == ConfigMap.Resource.Type.ApiVersion && kind.Kind == ConfigMap.Resource.Type.Kind;

    private static bool Value(RawObject? found, out CelValue value)
    {
        value = found?.Value ?? CelValue.Null;
        return found is not null;
    }
}
