using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Cli;
using Daytwo.Cluster.Tests.Operator;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Cluster.Tests.Webhooks;

/// <summary>What webhook replicas count on live requests, and whether they agree with the policy in force, in the status of the rule: a real apiserver, the operator, a replica.</summary>
public sealed class OutletComparisonTests : IAsyncLifetime
{
    private WebhookScene scene = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => scene = await WebhookScene.Start(Ct, audited: true);

    [Fact]
    public async Task Live_requests_are_compared_with_the_policy_in_force_and_a_difference_is_told()
    {
        await using var replica = await Replica();
        await using (new RunningOperator(scene.Api.Kubeconfig))
        {
            await scene.Apply(WebhookRules.FixedTags().Replace("outlet: Webhook", "outlet: Both", StringComparison.Ordinal));
            await scene.Kubectl.Succeeds("wait", "--for=condition=Ready", "admissionrule/fixed-tags", "--timeout=60s");
            // The replica hears of it by watch.
            await Eventually(async () =>
            {
                Assert.Equal(0, (await scene.Pod("nginx:1.2.3")).Code);
                Assert.Contains("ValidatingAdmissionPolicy", (await scene.Pod("nginx:latest")).Error, StringComparison.Ordinal);
                return await Status() is { } status && (long?)status["comparison"]?["requests"] > 0 && (long?)status["counters"]?["allowed"] > 0;
            });
            Assert.Equal(0, (long?)(await Status())!["comparison"]!["differences"]);
        }

        // Nobody watches now: the policy is made to say something else than the rule.
        await scene.Kubectl.Succeeds(
            "patch", "validatingadmissionpolicy", "fixed-tags.rule.daytwo.dev", "--type=json", "-p", """[{"op":"replace","path":"/spec/validations/0/expression","value":"true"}]""");
        var refusal = await scene.PodUntil(answer => answer.Error.Contains("admission webhook", StringComparison.Ordinal), "nginx:latest");
        Assert.Contains("images need a fixed tag", refusal.Error, StringComparison.Ordinal);

        await using (new RunningOperator(scene.Api.Kubeconfig))
        {
            await Eventually(async () => (long?)(await Status())?["comparison"]?["differences"] > 0);
            var last = (await Status())!["comparison"]!["lastDifference"]!;
            Assert.Equal(("CREATE pods default/web", "let it pass as it is", "images need a fixed tag"), ((string?)last["request"], (string?)last["policy"], (string?)last["webhook"]));
            Assert.Contains("OutletsDiffer", await scene.Kubectl.Succeeds("get", "events", "-A", "-o", "jsonpath={.items[*].reason}"), StringComparison.Ordinal);
            Assert.Contains("daytwo_rule_comparisons_total{rule=\"fixed-tags\",result=\"different\"}", await replica.Metrics(Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rule_in_shadow_mode_tells_how_many_it_would_have_refused()
    {
        await using var replica = await Replica();
        await using var running = new RunningOperator(scene.Api.Kubeconfig);
        await scene.Apply(WebhookRules.FixedTags(mode: "Shadow"));
        await scene.Kubectl.Succeeds("wait", "--for=condition=Ready", "admissionrule/fixed-tags", "--timeout=60s");
        await Eventually(async () =>
        {
            Assert.Equal((0, ""), ((await scene.Pod("nginx:latest")) is var pod ? (pod.Code, pod.Error) : default));
            return (long?)(await Status())?["counters"]?["shadowDenied"] > 0;
        });
        Assert.Contains("SHADOW DENIED", await scene.Kubectl.Succeeds("get", "admissionrules", "-o", "wide"), StringComparison.Ordinal);
        Assert.Null((await Status())!["comparison"]);
    }

    [Theory]
    [InlineData("Shadow", "fixed-tags")]
    [InlineData("Warn", "a-rule-whose-name-is-as-long-as-the-name-of-a-rule-may-ever-be")]
    public async Task Audit_log_tells_what_both_outlets_said_of_each_request_that_is_not_refused(string mode, string rule)
    {
        await using var replica = await Replica();
        await using (new RunningOperator(scene.Api.Kubeconfig))
        {
            await scene.Apply(WebhookRules.FixedTags(rule, mode).Replace("outlet: Webhook", "outlet: Both", StringComparison.Ordinal));
            await scene.Kubectl.Succeeds("wait", "--for=condition=Ready", $"admissionrule/{rule}", "--timeout=60s");
            Assert.Contains("daytwo rules compare-log", await scene.Kubectl.Succeeds("get", "admissionrule", rule, "-o", "jsonpath={.status.conditions[?(@.type=='Compared')].message}"), StringComparison.Ordinal);
            await Eventually(async () =>
            {
                Assert.Equal(0, (await scene.Pod("nginx:1.2.3")).Code + (await scene.Pod("nginx:latest")).Code);
                return (await Log()) is { Code: 0 } alike && (long)alike.Rule("requests") > 2 && (long)alike.Rule("broken") > 0;
            });
        }

        await scene.Kubectl.Succeeds(
            "patch", "validatingadmissionpolicy", $"{rule}.rule.daytwo.dev", "--type=json", "-p", """[{"op":"replace","path":"/spec/validations/0/expression","value":"!object.spec.containers[0].image.endsWith(':1.2.3')"}]""");
        await Eventually(async () =>
        {
            Assert.Equal(0, (await scene.Pod("nginx:1.2.3")).Code + (await scene.Pod("nginx:latest")).Code);
            return (await Log()) is { Code: 1 } log && log.Report["differences"]!.AsArray().Select(item => $"{item!["policy"]!.AsArray().Count} {item["webhook"]!.AsArray().Count}").Distinct().Count() == 2;
        });
        var differences = (await Log()).Report["differences"]!.AsArray();
        Assert.Contains(differences, item => (string?)item!["request"] == "create pods default/web" && (string?)item["webhook"]!.AsArray().SingleOrDefault() == "images need a fixed tag");
        // The rule's own annotation, however long its name; a webhook in mode Shadow leaves none.
        Assert.Equal(mode != "Shadow", (await File.ReadAllTextAsync(scene.AuditLog, Ct)).Contains($"/{AuditKey.Of(rule, "images")}\":", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rule_of_the_outlet_policy_says_which_metric_of_apiservers_counts_it()
    {
        await using var running = new RunningOperator(scene.Api.Kubeconfig);
        await scene.Apply(WebhookRules.FixedTags(mode: "Audit").Replace("outlet: Webhook", "outlet: Policy", StringComparison.Ordinal));
        await scene.Kubectl.Succeeds("wait", "--for=condition=Ready", "admissionrule/fixed-tags", "--timeout=60s");
        Assert.Equal(0, (await scene.Pod("nginx:1.2.3")).Code + (await scene.Pod("nginx:latest")).Code);

        var message = await scene.Kubectl.Succeeds("get", "admissionrule", "fixed-tags", "-o", "jsonpath={.status.conditions[?(@.type=='Counted')].message}");
        var metric = message[message.IndexOf("apiserver_", StringComparison.Ordinal)..message.IndexOf('}', StringComparison.Ordinal)];
        var (name, label) = (metric[..metric.IndexOf('{', StringComparison.Ordinal)], metric[(metric.IndexOf('{', StringComparison.Ordinal) + 1)..]);
        var counted = (await scene.Kubectl.Succeeds("get", "--raw", "/metrics")).Split('\n').Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal)).ToList();
        Assert.EndsWith(" 1", Assert.Single(counted), StringComparison.Ordinal);
        Assert.Contains("enforcement_action=\"audit\"", counted[0], StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync() => await scene.DisposeAsync();

    private async Task<LogResult> Log()
    {
        var result = await DaytwoProgram.Run("rules", "compare-log", scene.AuditLog, "-o", "json");
        Assert.True(result.Code is 0 or 1, result.Error);
        return new LogResult(result.Code, JsonNode.Parse(result.Output)!);
    }

    private sealed record LogResult(int Code, JsonNode Report)
    {
        public JsonNode Rule(string member) => Report["rules"]!.AsArray() is [var only] ? only![member]! : 0;
    }

    private async Task<JsonNode?> Status() => JsonNode.Parse(await scene.Kubectl.Succeeds("get", "admissionrule", "fixed-tags", "-o", "json"))!["status"];

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var attempt = 0; !await holds(); attempt++)
        {
            Assert.True(attempt < 120, "it did not come about within a minute");
            await Task.Delay(TimeSpan.FromMilliseconds(500), Ct);
        }
    }

    private async Task<RunningWebhooks> Replica()
    {
        var replica = new RunningWebhooks(scene.Api.Kubeconfig, "a", WebhookTarget.OfUrl(scene.Balancer.Url));
        scene.Balancer.Use(replica.Listen);
        await replica.Ready(Ct);
        return replica;
    }
}
