using System.Text.Json.Nodes;
using Daytwo.Kubernetes.Yaml;

namespace Daytwo.Proof.Corpus;

/// <summary>Small valid objects of common kinds, where generated cases begin.</summary>
internal static class Seeds
{
    private const string Resource = "seeds.yaml";

    private static readonly Lazy<IReadOnlyList<JsonObject>> All = new(Read);

    /// <summary>All of them, to be changed freely.</summary>
    public static IEnumerable<JsonObject> Everything => All.Value.Select(seed => seed.DeepClone().AsObject());

    /// <summary>The object of a kind, to be changed freely; null when there is none.</summary>
    public static JsonObject? Of(string apiVersion, string kind) =>
        All.Value.FirstOrDefault(seed => seed.Text("apiVersion") == apiVersion && seed.Text("kind") == kind)?.DeepClone().AsObject();

    private static IReadOnlyList<JsonObject> Read()
    {
        using var stream = typeof(Seeds).Assembly.GetManifestResourceStream(Resource)!;
        using var text = new StreamReader(stream);
        return [.. YamlReader.ReadAll(text, Resource).Select(document => document.AsObject())];
    }
}
