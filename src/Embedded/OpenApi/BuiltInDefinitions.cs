using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.OpenApi;

/// <summary>Kubernetes' own definitions, as a kube-apiserver publishes them: what built-in kinds look like. Read once, when first asked for.</summary>
internal sealed class BuiltInDefinitions
{
    public const string ObjectMeta = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

    private static readonly Lazy<BuiltInDefinitions> Loaded = new(Load);
    private readonly JsonObject definitions;
    private readonly Dictionary<(string Group, string Version, string Kind), string> kinds = [];
    private readonly SchemaReader reader;
    private readonly Lock gate = new();

    private BuiltInDefinitions(string version, JsonObject definitions)
    {
        KubernetesVersion = version;
        this.definitions = definitions;
        reader = new SchemaReader(name => definitions[name] as JsonObject);
        foreach (var (name, definition) in definitions)
        {
            foreach (var gvk in definition!["x-kubernetes-group-version-kind"] as JsonArray ?? [])
            {
                kinds.TryAdd(((string)gvk!["group"]!, (string)gvk["version"]!, (string)gvk["kind"]!), name);
            }
        }
    }

    public static BuiltInDefinitions Instance => Loaded.Value;

    /// <summary>The release they were read from.</summary>
    public string KubernetesVersion { get; }

    /// <summary>The schema of a built-in kind; null when the kind is not among them.</summary>
    public StructuralSchema? Schema(string group, string version, string kind) =>
        NameOf(group, version, kind) is { } name ? Schema(name) : null;

    public StructuralSchema? Schema(string definition)
    {
        lock (gate)
        {
            return reader.Definition(definition);
        }
    }

    /// <summary>The definition's name, such as <c>io.k8s.api.apps.v1.Deployment</c>.</summary>
    public string? NameOf(string group, string version, string kind) => kinds.GetValueOrDefault((group, version, kind));

    /// <summary>The definition as published; not to be changed.</summary>
    public JsonObject? Json(string definition) => definitions[definition] as JsonObject;

    private static BuiltInDefinitions Load()
    {
        using var stream = typeof(BuiltInDefinitions).Assembly.GetManifestResourceStream("definitions.json")
            ?? throw new InvalidOperationException("the assembly lacks its resource definitions.json");
        var json = (JsonObject)JsonNode.Parse(stream)!;
        return new((string)json["kubernetes"]!, (JsonObject)json["definitions"]!);
    }
}
