using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;

namespace Daytwo.Admission.Matching;

/// <summary>One rule of what is matched, split once.</summary>
internal sealed class RequestRule
{
    private readonly NamedRule _rule;
    private readonly (string Resource, string Subresource)[] _resources;
    private readonly bool[] _operations = new bool[4];

    public RequestRule(NamedRule rule)
    {
        _rule = rule;
        _resources = [.. rule.Resources.Select(Split)];
        foreach (var operation in rule.Operations)
        {
            if (operation == "*")
            {
                Array.Fill(_operations, true);
            }
            else if (OperationNames.Parse(operation) is { } named)
            {
                _operations[(int)named] = true;
            }
        }
    }

    /// <summary>Whether the rule is for a request, taken as one for <paramref name="resource"/>.</summary>
    public bool Matches(AdmissionRequest request, GroupVersionResource resource) =>
        _operations[(int)request.Operation] && InScope(request, resource) && Named(_rule.ApiGroups, resource.Group) && Named(_rule.ApiVersions, resource.Version)
            && HasResource(resource.Resource, request.Subresource);

    /// <summary>Whether the rule names the request's object, or none.</summary>
    public bool HasName(string name) => _rule.ResourceNames.Count == 0 || _rule.ResourceNames.Contains(name);

    /// <summary>Whether the rule can match a resource, in whatever version and for whatever operation.</summary>
    public bool CanMatch(GroupVersionResource resource, string subresource) => Named(_rule.ApiGroups, resource.Group) && HasResource(resource.Resource, subresource);

    private static (string Resource, string Subresource) Split(string resource)
    {
        var slash = resource.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (resource, "") : (resource[..slash], resource[(slash + 1)..]);
    }

    private static bool Named(IReadOnlyList<string> allowed, string wanted)
    {
        for (var i = 0; i < allowed.Count; i++)
        {
            if (allowed[i] == "*" || allowed[i] == wanted)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasResource(string resource, string subresource)
    {
        foreach (var (wanted, below) in _resources)
        {
            if ((wanted == "*" || wanted == resource) && (below == "*" || below == subresource))
            {
                return true;
            }
        }

        return false;
    }

    private bool InScope(AdmissionRequest request, GroupVersionResource resource)
    {
        if (_rule.Scope == "*")
        {
            return true;
        }

        var namespaced = resource is not { Group: "", Version: "v1", Resource: "namespaces" } && request.Namespace.Length > 0;
        return _rule.Scope switch
        {
            "Namespaced" => namespaced,
            "Cluster" => !namespaced,
            _ => false,
        };
    }
}
