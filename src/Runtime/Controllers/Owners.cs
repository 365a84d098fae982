using Daytwo.Kubernetes.Objects;

namespace Daytwo.Runtime.Controllers;

/// <summary>Who owns an object.</summary>
public static class Owners
{
    /// <summary>The keys of the owners of that kind. An owner is in the owned object's namespace, or cluster-scoped.</summary>
    public static IEnumerable<ObjectKey> Of(IObject owned, ResourceType owner)
    {
        foreach (var reference in owned.Metadata.OwnerReferences ?? [])
        {
            if (reference.Kind == owner.Kind && GroupOf(reference.ApiVersion) == owner.Group)
            {
                yield return new ObjectKey(owner.Namespaced ? owned.Metadata.Namespace ?? "" : "", reference.Name);
            }
        }
    }

    private static string GroupOf(string apiVersion)
    {
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : apiVersion[..slash];
    }
}
