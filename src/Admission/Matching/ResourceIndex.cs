using System.Collections.Concurrent;
using Daytwo.Admission.Requests;

namespace Daytwo.Admission.Matching;

/// <summary>Finds policies by the resource of a request. What can match a resource is told once per resource, and remembered.</summary>
/// <param name="all">In the order in which they are to be evaluated.</param>
/// <param name="matcherOf">Null for a policy that is to be asked about every request.</param>
internal sealed class ResourceIndex<T>(T[] all, Func<T, RequestMatcher?> matcherOf)
{
    /// <summary>No API serves more; past it, nothing more is remembered.</summary>
    private const int MostRemembered = 4_096;

    private readonly ConcurrentDictionary<(string Group, string Resource, string Subresource), T[]> _candidates = new();

    public bool IsEmpty => all.Length == 0;

    public T[] For(AdmissionRequest request, IAdmissionCluster cluster)
    {
        var key = (request.Resource.Group, request.Resource.Resource, request.Subresource);
        if (_candidates.TryGetValue(key, out var known))
        {
            return known;
        }

        var equivalents = cluster.Equivalents(request.Resource, request.Subresource);
        var found = Array.FindAll(all, policy => matcherOf(policy)?.CanMatch(request.Resource, request.Subresource, equivalents) ?? true);
        if (_candidates.Count < MostRemembered)
        {
            _candidates.TryAdd(key, found);
        }

        return found;
    }
}
