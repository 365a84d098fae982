using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Kubernetes.Yaml;

namespace Daytwo.Rules.Tests;

/// <summary>Rules and exceptions from YAML, and what they are rendered to, as files.</summary>
internal static class TestFiles
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The time at which everything here is rendered.</summary>
    public static DateTimeOffset Wall { get; } = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Folder { get; } = Path.Combine(Root(AppContext.BaseDirectory), "tests", "Rules.Tests", "Rendering", "testdata");

    /// <summary>The path of a file of the checkout.</summary>
    public static string Repository(params string[] parts) => Path.Combine([Root(AppContext.BaseDirectory), .. parts]);

    public static RenderedRule Render(string yaml) => Read(yaml).Rendered;

    public static (AdmissionRule Rule, RenderedRule Rendered) Read(string yaml)
    {
        var documents = YamlReader.ReadAll(yaml, "test").ToList();
        var rule = documents.Single(document => (string?)document["kind"] == "AdmissionRule").Deserialize(CrdsJson.Default.AdmissionRule)!;
        return (rule, RuleRenderer.Render(rule, Exceptions(documents), Wall));
    }

    /// <summary>The objects as one text.</summary>
    public static string Text(RenderedRule rendered) =>
        new JsonArray([.. rendered.Objects.Select(made => made.Json.DeepClone())]).ToJsonString(Readable) + "\n";

    private static List<RuleException> Exceptions(List<JsonNode> documents) =>
        [.. documents.Where(document => (string?)document["kind"] == "RuleException").Select(document => document.Deserialize(CrdsJson.Default.RuleException)!)];

    private static string Root(string directory) =>
        File.Exists(Path.Combine(directory, "Operator.sln")) ? directory : Root(Path.GetDirectoryName(directory.TrimEnd('/'))!);
}
