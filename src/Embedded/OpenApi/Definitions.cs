using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.OpenApi;

/// <summary>Gathers the definitions a document needs, each once.</summary>
internal sealed class Definitions
{
    private const string Meta = "io.k8s.apimachinery.pkg.apis.meta.v1.";
    private readonly SortedDictionary<string, JsonObject> all = new(StringComparer.Ordinal);

    public Definitions()
    {
        Reach(Meta + "DeleteOptions");
        Reach(Meta + "Patch");
        Reach(Meta + "Status");
    }

    /// <summary>How a kind's definition is called: its own name for built-in kinds, else the reversed group with version and kind.</summary>
    public static string NameOf(KindDefinition kind) =>
        kind.Custom is null && BuiltInDefinitions.Instance.NameOf(kind.Group, kind.Version, kind.Kind) is { } known
            ? known
            : $"{string.Join('.', kind.Group.Split('.').Reverse())}.{kind.Version}.{kind.Kind}".TrimStart('.');

    /// <summary>Adds the kind, its list and all that they refer to.</summary>
    public void Add(KindDefinition kind)
    {
        var name = NameOf(kind);
        if (BuiltInDefinitions.Instance.Json(name) is not null)
        {
            Reach(name);
        }
        else
        {
            Take(name, Own(kind));
        }

        foreach (var subresource in kind.Subresources)
        {
            Reach(NameOf(KindPaths.Served(kind, subresource)));
        }

        Take(name + "List", PublishedSchema.List(kind.Kind, kind.Plural, name, Names(kind, kind.ListKindName)));
    }

    public JsonObject ToJson() => new(all.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value)));

    /// <summary>The value of <c>x-kubernetes-group-version-kind</c>.</summary>
    public static JsonObject Name(string group, string version, string kind) =>
        new() { ["group"] = group, ["version"] = version, ["kind"] = kind };

    private static JsonArray Names(KindDefinition kind, string name) => new(Name(kind.Group, kind.Version, name));

    private static JsonObject Own(KindDefinition kind)
    {
        var schema = PublishedSchema.Of(kind.Custom?.Schema.Schema.Source ?? new() { ["type"] = "object", ["x-kubernetes-preserve-unknown-fields"] = true });
        schema["x-kubernetes-group-version-kind"] = Names(kind, kind.Kind);
        return schema;
    }

    private void Take(string name, JsonObject definition)
    {
        if (all.TryAdd(name, definition))
        {
            Follow(definition);
        }
    }

    private void Reach(string name)
    {
        if (!all.ContainsKey(name) && BuiltInDefinitions.Instance.Json(name) is { } json)
        {
            Take(name, (JsonObject)json.DeepClone());
        }
    }

    private void Follow(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (key, value) in map)
                {
                    if (key == "$ref" && value.TextOrNull() is { } path)
                    {
                        Reach(path[(path.LastIndexOf('/') + 1)..]);
                    }

                    Follow(value);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Follow(item);
                }

                break;
        }
    }
}
