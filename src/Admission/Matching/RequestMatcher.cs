using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Matching;

/// <summary>Decides whether a request is among those a policy, a binding or a webhook is for. Immutable.</summary>
internal sealed class RequestMatcher
{
    private readonly Selector _namespaces;
    private readonly Selector _objects;
    private readonly RequestRule[] _rules;
    private readonly RequestRule[] _excluded;
    private readonly bool _equivalent;

    public RequestMatcher(MatchResources resources)
    {
        _namespaces = Selector.Of(resources.NamespaceSelector);
        _objects = Selector.Of(resources.ObjectSelector);
        _rules = [.. resources.ResourceRules.Select(r => new RequestRule(r))];
        _excluded = [.. resources.ExcludeResourceRules.Select(r => new RequestRule(r))];
        _equivalent = resources.MatchPolicy == MatchPolicy.Equivalent;
    }

    /// <summary>Whether rules leave it open that requests for a resource are matched.</summary>
    /// <param name="equivalents">The other resources under which its objects are served.</param>
    public bool CanMatch(GroupVersionResource resource, string subresource, IReadOnlyList<EquivalentResource> equivalents)
    {
        foreach (var rule in _rules)
        {
            if (rule.CanMatch(resource, subresource) || (_equivalent && equivalents.Any(e => rule.CanMatch(e.Resource, subresource))))
            {
                return true;
            }
        }

        return _rules.Length == 0;
    }

    public MatchResult Match(AdmissionRequest request, IAdmissionCluster cluster)
    {
        var inNamespace = MatchNamespace(request, cluster, out var namespaceError);
        if (!inNamespace && namespaceError is null)
        {
            return MatchResult.No;
        }

        if (_objects.Problem is null && !_objects.IsEmpty && !Selected(request.Object) && !Selected(request.OldObject))
        {
            return MatchResult.No;
        }

        var excluded = MatchRules(_excluded, request, cluster);
        if (excluded.Matched || excluded.Error is not null)
        {
            return excluded.Error is null ? MatchResult.No : excluded;
        }

        var match = _rules.Length == 0 ? new MatchResult(true, request.Resource, request.Kind) : MatchRules(_rules, request, cluster);
        return match.Matched && (namespaceError ?? _objects.Problem) is { } error ? MatchResult.Fail(error) : match;
    }

    private bool Selected(CelValue value) => value.Kind == CelKind.Map && _objects.Matches(value);

    /// <summary>Objects without a namespace are always in; a namespace counts as in itself, with the labels it is to have.</summary>
    private bool MatchNamespace(AdmissionRequest request, IAdmissionCluster cluster, out string? error)
    {
        error = null;
        var isNamespace = request.Resource.Resource == "namespaces";
        if (request.Namespace.Length == 0 && !isNamespace)
        {
            return true;
        }

        if (_namespaces.Problem is not null)
        {
            error = "Internal error occurred: " + _namespaces.Problem;
            return false;
        }

        if (_namespaces.IsEmpty)
        {
            return true;
        }

        if (isNamespace && request.Subresource.Length == 0 && request.Operation is AdmissionOperation.Create or AdmissionOperation.Update)
        {
            return _namespaces.Matches(request.Object);
        }

        if (!cluster.TryGetNamespace(request.Namespace, out var home))
        {
            error = NamespaceTexts.NotFound(request.Namespace);
            return false;
        }

        return _namespaces.Matches(home);
    }

    private MatchResult MatchRules(RequestRule[] rules, AdmissionRequest request, IAdmissionCluster cluster)
    {
        foreach (var rule in rules)
        {
            if (rule.Matches(request, request.Resource) && rule.HasName(request.Name))
            {
                return new(true, request.Resource, request.Kind);
            }
        }

        if (!_equivalent || rules.Length == 0)
        {
            return MatchResult.No;
        }

        var equivalents = cluster.Equivalents(request.Resource, request.Subresource);
        foreach (var rule in rules)
        {
            for (var i = 0; i < equivalents.Count; i++)
            {
                var (resource, kind) = equivalents[i];
                if (resource == request.Resource || !rule.Matches(request, resource))
                {
                    continue;
                }

                if (kind.Kind.Length == 0)
                {
                    return MatchResult.Fail($"unable to convert to {resource}: unknown kind");
                }

                if (rule.HasName(request.Name))
                {
                    return new(true, resource, kind);
                }
            }
        }

        return MatchResult.No;
    }
}
