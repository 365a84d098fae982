namespace Daytwo.Embedded.Routing;

/// <summary>The path of a request that names a resource.</summary>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Namespace">Null when the path names none.</param>
/// <param name="Name">Null for the collection.</param>
/// <param name="Subresource">Null for the object itself.</param>
internal sealed record RequestPath(string Group, string Version, string Plural, string? Namespace, string? Name, string? Subresource)
{
    /// <summary>The segments of a path, unescaped.</summary>
    public static string[] Segments(string path) =>
        [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    /// <summary>Reads segments below <c>/api/VERSION</c> or <c>/apis/GROUP/VERSION</c>; null when they name no resource.</summary>
    public static RequestPath? Parse(string[] segments)
    {
        var prefix = segments is ["api", ..] ? 2 : segments is ["apis", ..] ? 3 : int.MaxValue;
        if (segments.Length <= prefix)
        {
            return null;
        }

        var (group, version) = prefix == 2 ? ("", segments[1]) : (segments[1], segments[2]);
        var rest = segments[prefix..];
        return rest switch
        {
            ["namespaces", _, "status" or "finalize"] => new(group, version, rest[0], null, rest[1], rest[2]),
            ["namespaces", var ns, var plural] => new(group, version, plural, ns, null, null),
            ["namespaces", var ns, var plural, var name] => new(group, version, plural, ns, name, null),
            ["namespaces", var ns, var plural, var name, .. var sub] => new(group, version, plural, ns, name, string.Join('/', sub)),
            [var plural] => new(group, version, plural, null, null, null),
            [var plural, var name] => new(group, version, plural, null, name, null),
            [var plural, var name, .. var sub] => new(group, version, plural, null, name, string.Join('/', sub)),
            _ => null,
        };
    }
}
