using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Kubernetes.Yaml;

namespace Daytwo.Cluster.Tests.Rules;

/// <summary>What the rules of config/rules must let pass and refuse: library-cases.yaml, a document for each rule.</summary>
/// <param name="Pods">Specs of pods that pass, and those that do not with what is said; tried in every kind that makes pods.</param>
/// <param name="Objects">The same of whole objects.</param>
internal sealed record LibraryCases(string Rule, IReadOnlyList<LibraryCase> Pods, IReadOnlyList<LibraryCase> Objects)
{
    public static IReadOnlyDictionary<string, LibraryCases> All { get; } =
        YamlReader.ReadAll(File.ReadAllText(Repository.Path("tests", "Cluster.Tests", "Rules", "library-cases.yaml")), "library-cases.yaml")
            .Select(Read).ToDictionary(cases => cases.Rule);

    /// <summary>Every rule file of config/rules that judges, by the rule's name.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } =
        Directory.GetFiles(Repository.Path("config", "rules"), "*.yaml").ToDictionary(file => Path.GetFileNameWithoutExtension(file).Replace('_', '-'));

    /// <summary>Everything to try, a pod in each kind that makes pods (of these, when the document names some).</summary>
    public IEnumerable<(string What, JsonObject Object, string? Says)> Tries() =>
        [.. Pods.SelectMany(pod => pod.Kinds.Select(kind => ($"{kind} {pod.Content.ToJsonString()}", Workloads.With(kind, pod.Content), pod.Says))),
            .. Objects.Select(value => (value.Content.ToJsonString(), value.Content.AsObject(), value.Says))];

    private static LibraryCases Read(JsonNode document)
    {
        var kinds = document["kinds"]?.AsArray().Select(kind => (string)kind!).ToArray() ?? [.. Workloads.Kinds];
        return new LibraryCases((string)document["rule"]!, Cases(document["pods"], kinds), Cases(document["objects"], kinds));
    }

    private static LibraryCase[] Cases(JsonNode? list, IReadOnlyList<string> kinds) =>
        [.. (list?.AsArray() ?? []).Select(item => new LibraryCase(item!["good"] ?? item["bad"]!, (string?)item["says"], kinds))];
}
