using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.OpenApi;

/// <summary>The paths a kind is served at, with the operations on each, as far as clients ask for them.</summary>
internal static class KindPaths
{
    public static IEnumerable<KeyValuePair<string, JsonObject>> Of(KindDefinition kind)
    {
        var root = kind.Group.Length == 0 ? $"/api/{kind.Version}" : $"/apis/{kind.Group}/{kind.Version}";
        var collection = kind.Namespaced ? $"{root}/namespaces/{{namespace}}/{kind.Plural}" : $"{root}/{kind.Plural}";
        if (kind.Namespaced && kind.Verbs.Contains("list"))
        {
            yield return new($"{root}/{kind.Plural}", new() { ["get"] = Operations.List(kind) });
        }

        yield return new(collection, Item(Collection(kind)));
        yield return new(collection + "/{name}", Item(Single(kind)));
        foreach (var subresource in kind.Subresources)
        {
            yield return new($"{collection}/{{name}}/{subresource.Name}", Item(Below(kind, subresource)));
        }
    }

    private static IEnumerable<(string Method, JsonObject Operation)> Collection(KindDefinition kind)
    {
        if (kind.Verbs.Contains("list"))
        {
            yield return ("get", Operations.List(kind));
        }

        if (kind.Verbs.Contains("create"))
        {
            yield return ("post", Operations.Write(kind, "post"));
        }

        if (kind.Verbs.Contains("deletecollection"))
        {
            yield return ("delete", Operations.Delete(kind, "deletecollection"));
        }
    }

    private static IEnumerable<(string Method, JsonObject Operation)> Single(KindDefinition kind)
    {
        if (kind.Verbs.Contains("get"))
        {
            yield return ("get", Operations.Get(kind));
        }

        if (kind.Verbs.Contains("update"))
        {
            yield return ("put", Operations.Write(kind, "put"));
        }

        if (kind.Verbs.Contains("patch"))
        {
            yield return ("patch", Operations.Patch(kind));
        }

        if (kind.Verbs.Contains("delete"))
        {
            yield return ("delete", Operations.Delete(kind, "delete"));
        }
    }

    private static IEnumerable<(string Method, JsonObject Operation)> Below(KindDefinition kind, SubresourceDefinition subresource)
    {
        var served = Served(kind, subresource);
        foreach (var verb in subresource.Verbs)
        {
            yield return verb switch
            {
                "create" => ("post", Operations.Write(served, "post")),
                "update" => ("put", Operations.Write(served, "put")),
                "patch" => ("patch", Operations.Patch(served)),
                _ => ("get", Operations.Get(served)),
            };
        }
    }

    /// <summary>The kind a subresource reads and writes: the kind itself or, say, Scale.</summary>
    public static KindDefinition Served(KindDefinition kind, SubresourceDefinition subresource) => subresource.Kind is null
        ? kind
        : kind with
        {
            Group = subresource.Group ?? kind.Group,
            Version = subresource.Version is { Length: > 0 } version ? version : kind.Version,
            Kind = subresource.Kind,
            Custom = null,
        };

    private static JsonObject Item(IEnumerable<(string Method, JsonObject Operation)> operations) =>
        new(operations.Select(o => KeyValuePair.Create(o.Method, (JsonNode?)o.Operation)));
}
