using Daytwo.Admission.Policies;
using Daytwo.Cel.Authorization;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Requests;

/// <summary>What evaluation reads beside the request: caches of a webhook server, or the store of an API. Called from several threads.</summary>
public interface IAdmissionCluster
{
    /// <summary>A namespace, as JSON.</summary>
    bool TryGetNamespace(string name, out CelValue value);

    /// <summary>Whether a kind of parameters is known, and then whether its objects have a namespace.</summary>
    bool TryGetScope(ParamKind kind, out bool namespaced);

    /// <summary>A parameter, as JSON.</summary>
    /// <param name="ns">Empty for kinds without namespaces.</param>
    bool TryGetParam(ParamKind kind, string ns, string name, out CelValue value);

    /// <summary>All parameters of a kind in a namespace, in the order of their names.</summary>
    /// <param name="ns">Empty for kinds without namespaces.</param>
    IEnumerable<CelValue> ListParams(ParamKind kind, string ns);

    /// <summary>The other resources under which the objects of a resource are served; none where requests come converted, as to a webhook.</summary>
    IReadOnlyList<EquivalentResource> Equivalents(GroupVersionResource resource, string subresource) => [];

    /// <summary>Answers what expressions ask <c>authorizer</c> about the request's user; null where nothing can: such expressions then fail.</summary>
    ICelAuthorizer? AuthorizerFor(AdmissionRequest request) => null;

    /// <summary>An object in the version of an equivalent kind; null or an object without members stays what it is.</summary>
    CelValue Convert(CelValue value, GroupVersionKind kind) => value;
}
