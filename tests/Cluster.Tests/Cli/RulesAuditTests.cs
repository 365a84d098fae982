using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Cli;

/// <summary>An audit of a real cluster with some hundred objects; the reports are taken by its API.</summary>
public sealed class RulesAuditTests(AuditedCluster cluster) : IClassFixture<AuditedCluster>, IAsyncLifetime
{
    private const int Small = AuditedCluster.Small;
    private const int Large = AuditedCluster.Large;

    private const string Rules = """
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata: {name: one-key, annotations: {daytwo.dev/severity: low, daytwo.dev/category: Tidiness}}
        spec:
          match:
            namespaceSelector: {matchLabels: {audit: "yes"}}
            resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [configmaps, secrets]}]
          variables: [{name: keys, expression: "object.?data.orValue({})"}]
          validations:
          - expression: size(variables.keys) < 2
            message: at most one key
            messageExpression: "object.metadata.name + ' has ' + string(size(variables.keys)) + ' keys in ' + namespaceObject.metadata.name"
        ---
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata: {name: labelled-namespaces}
        spec:
          match:
            namespaceSelector: {matchLabels: {audit: "yes"}}
            resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [namespaces]}]
          validations: [{expression: "has(object.metadata.labels) && 'team' in object.metadata.labels", message: a namespace belongs to a team}]
        ---
        apiVersion: daytwo.dev/v1alpha1
        kind: RuleException
        metadata: {name: legacy}
        spec: {rules: [one-key], match: {names: ["old-*"]}, owner: o, reason: r, expiresAt: "2999-01-01T00:00:00Z"}
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Kubectl Kubectl => new(cluster.Api);

    public ValueTask InitializeAsync() => cluster.Begin();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Live_objects_are_judged_page_by_page_as_their_creation_would_be()
    {
        var result = await DaytwoProgram.Run("rules", "audit", "-f", await Written("rules.yaml", Rules), "--kubeconfig", cluster.Api.Kubeconfig, "-o", "json", "--max-results", "50");

        Assert.True(result.Code == 1, result.Error);
        var report = JsonNode.Parse(result.Output)!;
        Assert.Equal($$"""{"pass":{{Small}},"fail":{{Large + 1}},"warn":0,"error":0,"skip":0}""", report["summary"]!.ToJsonString());
        Assert.Equal(50, report["results"]!.AsArray().Count);
        Assert.Equal(Large + 1 - 50, (long)report["leftOff"]!);
        var first = report["results"]![0]!;
        Assert.Equal("m-0000 has 2 keys in audited", (string?)first["message"]);
        Assert.Equal("m-0000", (string?)first["object"]!["name"]);
        Assert.NotNull((string?)first["object"]!["uid"]);
    }

    [Fact]
    public async Task Reports_are_taken_by_the_api_one_for_each_namespace()
    {
        await Kubectl.Succeeds("apply", "-f", await Written("report-kinds.yaml", PolicyReportKinds.Yaml));
        await Kubectl.Succeeds("wait", "--for=condition=Established", "--timeout=60s", "crd/policyreports.wgpolicyk8s.io", "crd/clusterpolicyreports.wgpolicyk8s.io");
        var result = await DaytwoProgram.Run("rules", "audit", "-f", await Written("rules.yaml", Rules), "--kubeconfig", cluster.Api.Kubeconfig, "-o", "policyreport", "--max-results", "100");

        Assert.True(result.Code == 1, result.Error);
        await Kubectl.Succeeds("apply", "--server-side", "--validate=strict", "-f", await Written("reports.yaml", result.Output));
        var report = JsonNode.Parse(await Kubectl.Succeeds("get", "policyreport", "-n", "audited", "daytwo-audit", "-o", "json"))!;
        Assert.Equal(Large, (int)report["summary"]!["fail"]!);
        Assert.Equal(100, report["results"]!.AsArray().Count);
        Assert.Equal($"{Large - 100}", (string?)report["metadata"]!["annotations"]!["daytwo.dev/results-left-off"]);
        Assert.Equal("low", (string?)report["results"]![0]!["severity"]);
        var rest = JsonNode.Parse(await Kubectl.Succeeds("get", "clusterpolicyreport", "daytwo-audit", "-o", "json"))!;
        Assert.Equal("a namespace belongs to a team", (string?)Assert.Single(rest["results"]!.AsArray())!["message"]);
    }

    [Fact]
    public async Task Rules_that_nothing_violates_end_well_and_a_cluster_that_does_not_answer_is_told_apart()
    {
        var kept = await Written("kept.yaml", Rules.Replace("< 2", "< 9", StringComparison.Ordinal).Replace("'team'", "'audit'", StringComparison.Ordinal));
        Assert.Contains("nothing violates a rule", (await DaytwoProgram.Run("rules", "audit", "-f", kept, "--kubeconfig", cluster.Api.Kubeconfig)).Good(), StringComparison.Ordinal);

        var silent = await Written("silent.kubeconfig", (await File.ReadAllTextAsync(cluster.Api.Kubeconfig, Ct)).Replace(cluster.Api.Url, "https://127.0.0.1:1", StringComparison.Ordinal));
        Assert.Contains("the cluster could not be read", (await DaytwoProgram.Run("rules", "audit", "-f", kept, "--kubeconfig", silent)).Refused(3), StringComparison.Ordinal);
    }

    private async Task<string> Written(string name, string text)
    {
        var path = Path.Combine(cluster.Folder, name);
        await File.WriteAllTextAsync(path, text, Ct);
        return path;
    }
}
