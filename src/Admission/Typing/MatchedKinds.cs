using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;

namespace Daytwo.Admission.Typing;

/// <summary>Finds the kinds that a policy names. Of rules with wildcards nothing is known, and subresources have types of their own: both are left out.</summary>
public static class MatchedKinds
{
    /// <summary>A rule that names this many kinds ends the search.</summary>
    private const int Most = 10;

    /// <summary>The kinds in the order of group, version and kind.</summary>
    /// <param name="kindsOf">The kinds of a resource; an empty group means any group.</param>
    public static IReadOnlyList<GroupVersionKind> Of(MatchResources? constraints, Func<GroupVersionResource, IEnumerable<GroupVersionKind>> kindsOf)
    {
        var found = new HashSet<GroupVersionKind>();
        foreach (var rule in constraints?.ResourceRules ?? [])
        {
            if (rule.ApiGroups.Any(IsWildcard) || rule.ApiVersions.Any(IsWildcard))
            {
                continue;
            }

            var kinds = Named(rule).SelectMany(kindsOf).Take(Most).ToList();
            found.UnionWith(kinds);
            if (kinds.Count == Most)
            {
                break;
            }
        }

        return [.. found.OrderBy(k => k.Group, StringComparer.Ordinal).ThenBy(k => k.Version, StringComparer.Ordinal).ThenBy(k => k.Kind, StringComparer.Ordinal)];
    }

    private static IEnumerable<GroupVersionResource> Named(NamedRule rule) =>
        from @group in rule.ApiGroups.Order(StringComparer.Ordinal)
        from version in rule.ApiVersions.Order(StringComparer.Ordinal)
        from resource in rule.Resources.Where(r => r.AsSpan().IndexOfAny('*', '/') < 0).Order(StringComparer.Ordinal)
        select new GroupVersionResource(@group, version, resource);

    private static bool IsWildcard(string text) => text.Contains('*', StringComparison.Ordinal);
}
