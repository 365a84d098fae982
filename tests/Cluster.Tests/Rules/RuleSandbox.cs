using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Crds;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Crds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Yaml;
using Daytwo.Rules;

namespace Daytwo.Cluster.Tests.Rules;

/// <summary>One rule in force on a real apiserver, in a namespace of its own, and ways to try it by dry run.</summary>
internal sealed class RuleSandbox(Installation installation, string ns)
{
    public string Namespace => ns;

    /// <summary>Renders the rule for this namespace alone, applies what came of it and waits until the apiserver has it in force.</summary>
    /// <param name="yaml">A rule with its exceptions, if any.</param>
    /// <param name="inForce">Asks something that is answered otherwise once the rule is in force.</param>
    public static async Task<RuleSandbox> Begin(Installation installation, string yaml, Func<RuleSandbox, Task<bool>> inForce, Func<AdmissionRule, AdmissionRule>? change = null, bool wholeCluster = false)
    {
        var documents = YamlReader.ReadAll(yaml, "rule");
        var rule = documents.Single(document => (string?)document["kind"] == "AdmissionRule").Deserialize(CrdsJson.Default.AdmissionRule)!;
        rule = change?.Invoke(rule) ?? rule;
        var sandbox = new RuleSandbox(installation, rule.Spec.Match.NamespaceSelector?.MatchLabels?.GetValueOrDefault("kubernetes.io/metadata.name") ?? "rule-" + rule.Metadata.Name);
        await sandbox.CreateNamespace(rule.Spec.Match.NamespaceSelector?.MatchLabels ?? new Dictionary<string, string>());
        rule = wholeCluster ? rule : rule with { Spec = rule.Spec with { Match = rule.Spec.Match with { NamespaceSelector = Only(sandbox.Namespace) } } };
        var exceptions = documents.Where(document => (string?)document["kind"] == "RuleException").Select(document => document.Deserialize(CrdsJson.Default.RuleException)!);
        var rendered = RuleRenderer.Render(rule, exceptions, TimeProvider.System.GetUtcNow());
        Assert.True(rendered.IsRenderable, string.Join('\n', rendered.Findings));
        foreach (var made in rendered.Objects)
        {
            var answer = await installation.Send(HttpMethod.Patch, $"{made.Type.Path(null, made.Name)}?fieldManager=tests&force=true&fieldValidation=Strict", made.Json, "application/apply-patch+yaml");
            Assert.True(answer.Accepted, answer.Message);
            Assert.True(Daytwo.Rules.Comparing.Shown.By(answer.Body.AsObject(), made.Json), $"{made.Type.Kind} {made.Name} is not shown as it was rendered: {answer.Body}");
        }

        await Eventually.True(() => inForce(sandbox), $"{rule.Metadata.Name} is in force");
        return sandbox;
    }

    /// <summary>Creates an object by dry run; what is namespaced goes to the sandbox's namespace.</summary>
    public Task<Answer> Create(JsonNode value, bool dryRun = true, string fieldManager = "tests") =>
        installation.Send(HttpMethod.Post, $"{Collection(value)}?fieldManager={fieldManager}{(dryRun ? "&dryRun=All" : "")}", value.DeepClone(), "application/json");

    /// <summary>Changes a stored object of a built-in kind by dry run, as kubectl patch does.</summary>
    public Task<Answer> Change(JsonNode stored, JsonNode patch, string subresource = "") =>
        installation.Send(HttpMethod.Patch, $"{Collection(stored)}/{stored["metadata"]!["name"]}{subresource}?dryRun=All", patch, "application/strategic-merge-patch+json");

    public Task<Answer> Delete(JsonNode stored, bool dryRun = true) =>
        installation.Send(HttpMethod.Delete, $"{Collection(stored)}/{stored["metadata"]!["name"]}{(dryRun ? "?dryRun=All" : "")}", null, "application/json");

    private string Collection(JsonNode value)
    {
        var apiVersion = (string)value["apiVersion"]!;
        var kind = ((string)value["kind"]!).ToLowerInvariant();
        var plural = kind.EndsWith("ss", StringComparison.Ordinal) ? kind + "es" : kind + "s";
        return $"{(apiVersion == "v1" ? "/api/v1" : "/apis/" + apiVersion)}/namespaces/{ns}/{plural}";
    }

    private static LabelSelector Only(string ns) => new() { MatchLabels = new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = ns } };

    /// <summary>The ServiceAccount default comes first: without a controller-manager nobody makes it, and pods need it.</summary>
    public async Task CreateNamespace(IReadOnlyDictionary<string, string> labels)
    {
        var meta = new JsonObject { ["name"] = ns, ["labels"] = new JsonObject(labels.Select(label => KeyValuePair.Create(label.Key, (JsonNode?)label.Value))) };
        Assert.Contains((await installation.Send(HttpMethod.Post, "/api/v1/namespaces", new JsonObject { ["metadata"] = meta }, "application/json")).Code, new[] { 201, 409 });
        var account = new JsonObject { ["metadata"] = new JsonObject { ["name"] = "default" } };
        Assert.Contains((await installation.Send(HttpMethod.Post, $"/api/v1/namespaces/{ns}/serviceaccounts", account, "application/json")).Code, new[] { 201, 409 });
    }
}
