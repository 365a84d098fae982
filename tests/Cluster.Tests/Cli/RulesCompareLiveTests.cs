using System.Diagnostics;
using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Cluster.Tests.Webhooks;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Cluster.Tests.Cli;

/// <summary>Rules compared on a cluster that others use: its own objects, its own webhooks, nothing of it touched.</summary>
public sealed class RulesCompareLiveTests
{
    private const string Made = "validatingadmissionpolicies,validatingadmissionpolicybindings,mutatingadmissionpolicies,mutatingadmissionpolicybindings,admissionrules,ruleexceptions,namespaces";

    private const string Objects = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: fixed}
        spec: {replicas: 0, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: "nginx:1.29"}]}}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: floating}
        spec: {replicas: 0, selector: {matchLabels: {app: b}}, template: {metadata: {labels: {app: b}}, spec: {containers: [{name: c, image: nginx}]}}}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata: {name: once}
        spec: {suspend: true, template: {spec: {restartPolicy: Never, containers: [{name: c, image: busybox}]}}}
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Objects_of_a_cluster_are_answered_alike_on_the_apiserver_named_and_nothing_is_left()
    {
        await using var scene = await WebhookScene.Start(Ct);
        await using var webhooks = await Serve(scene);
        await scene.Apply(Objects);

        var result = await DaytwoProgram.Run([.. Words(scene), "--live", "100", "--generate", "50", "-o", "json"]);

        var rules = JsonNode.Parse(result.Good())!["rules"]!.AsArray();
        Assert.Equal(["Enforce", "Warn"], rules.Select(rule => (string)rule!["mode"]!));
        foreach (var rule in rules)
        {
            Assert.Equal((scene.Api.Url, 0, 0), ((string)rule!["apiserver"]!, (int)rule["different"]!, (int)rule["engineDiffers"]!));
            // Three objects and the two Deployments of Daytwo itself, each created anew and changed, beside what is generated.
            Assert.Equal(60, (int)rule["requests"]!);
            Assert.InRange((int)rule["judged"]!, 30, 56);
        }

        Assert.Equal("", await Left(scene));
    }

    [Fact]
    public async Task Webhooks_that_die_meanwhile_hold_up_nobody_else_and_an_interrupted_comparison_leaves_nothing()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/env") && File.Exists("/bin/kill"), "needs env and kill");
        await using var scene = await WebhookScene.Start(Ct);
        var webhooks = await Serve(scene);

        // A test started in the background ignores SIGINT, and so would its children.
        using var process = DaytwoProgram.Start(
            "/usr/bin/env", new Dictionary<string, string>(), ["--default-signal=INT", DaytwoProgram.Executable, .. Words(scene), "--generate", "1000000", "--seed", "2"]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await Eventually.True(async () => process.HasExited || (await Failing(scene)).Count > 0);
        Assert.False(process.HasExited, process.HasExited ? await error : "");
        await webhooks.DisposeAsync();
        scene.Balancer.Use();

        foreach (var entry in await Failing(scene))
        {
            Assert.Contains(entry["matchConditions"]!.AsArray(), condition => (string)condition!["name"]! == "of-this-comparison");
        }

        var others = await scene.Pod("nginx:latest");
        Assert.True(others.Code == 0, others.Error);

        using var kill = Process.Start("/bin/kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync(Ct);
        Assert.True(process.ExitCode == 130, $"ended with {process.ExitCode}: {await error}{await output}");
        Assert.Equal("", await Left(scene));
    }

    private static string[] Words(WebhookScene scene) =>
        ["rules", "compare", "-f", Repository.Path("config", "rules", "no_latest_tag.yaml"), "--kubeconfig", scene.Api.Kubeconfig, "--apiserver", scene.Api.Url];

    private static async Task<RunningWebhooks> Serve(WebhookScene scene)
    {
        var webhooks = new RunningWebhooks(scene.Api.Kubeconfig, "a", WebhookTarget.OfUrl(scene.Balancer.Url));
        scene.Balancer.Use(webhooks.Listen);
        await webhooks.Ready(Ct);
        return webhooks;
    }

    /// <summary>Entries of rules without which nothing passes.</summary>
    private static async Task<IReadOnlyList<JsonNode>> Failing(WebhookScene scene) =>
        [.. (await scene.Entries("validatingwebhookconfiguration")).OfType<JsonNode>().Where(entry => (string)entry["failurePolicy"]! == "Fail" && !((string)entry["name"]!).Contains("canary", StringComparison.Ordinal))];

    /// <summary>What was made for a comparison and is not on its way out; without a controller-manager namespaces never finish.</summary>
    private static Task<string> Left(WebhookScene scene) => scene.Kubectl.Succeeds(
        "get", Made, "-A", "-l", ComparedCopy.Label, "-o", "go-template={{range .items}}{{if not .metadata.deletionTimestamp}}{{.kind}} {{.metadata.name}} {{end}}{{end}}");
}
