using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Operator;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Cluster.Tests.Webhooks;

/// <summary>Rules of the outlet Webhook on a real apiserver.</summary>
public sealed class WebhookServingTests : IAsyncLifetime
{
    private WebhookScene scene = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => scene = await WebhookScene.Start(Ct);

    [Fact]
    public async Task Rules_are_enforced_changed_excepted_and_withdrawn()
    {
        await using var replica = await Replica("a");
        await scene.Apply(WebhookRules.FixedTags());
        var (_, _, refusal) = await scene.PodUntil(answer => answer.Code != 0, "nginx:latest");
        Assert.Contains("admission webhook \"validate-ignore.webhooks.daytwo.dev\" denied the request: AdmissionRule 'fixed-tags' denied request: images need a fixed tag", refusal, StringComparison.Ordinal);
        Assert.Equal(0, (await scene.Pod("nginx:1.2.3")).Code);

        await scene.Apply(WebhookRules.Hardened);
        var changed = await scene.PodUntil(answer => answer.Output.Contains("hardened", StringComparison.Ordinal), "nginx:1.2.3");
        Assert.Equal("true", (string?)JsonNode.Parse(changed.Output)!["metadata"]!["labels"]!["hardened"]);

        var expiry = TimeProvider.System.GetUtcNow().AddSeconds(8);
        await scene.Apply(WebhookRules.Exception.Replace("EXPIRY", expiry.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        await scene.PodUntil(answer => answer.Code == 0, "nginx:latest");
        await scene.PodUntil(answer => answer.Code != 0, "nginx:latest");
        Assert.True(TimeProvider.System.GetUtcNow() >= expiry.AddSeconds(-1), "the exception ended before its time");

        await scene.Apply(WebhookRules.FixedTags(mode: "Warn"));
        var warned = await scene.PodUntil(answer => answer.Code == 0, "nginx:latest");
        Assert.Contains("Warning: Validation failed for AdmissionRule 'fixed-tags': images need a fixed tag", warned.Error, StringComparison.Ordinal);

        await scene.Apply(WebhookRules.FixedTags(mode: "Shadow"));
        await scene.PodUntil(answer => answer.Code == 0 && answer.Error.Length == 0, "nginx:latest");
        var metrics = await replica.Metrics(Ct);
        Assert.Contains("daytwo_rule_verdicts_total{rule=\"fixed-tags\",outlet=\"webhook\",verdict=\"shadowed\"}", metrics, StringComparison.Ordinal);
        Assert.Contains("daytwo_rule_verdicts_total{rule=\"hardened\",outlet=\"webhook\",verdict=\"changed\"}", metrics, StringComparison.Ordinal);

        await scene.Kubectl.Succeeds("delete", "admissionrule", "--all");
        await scene.PodUntil(answer => !answer.Output.Contains("hardened", StringComparison.Ordinal), "nginx:latest");
        Assert.Empty(await scene.Entries("validatingwebhookconfiguration"));
        Assert.Empty(await scene.Entries("mutatingwebhookconfiguration"));
    }

    [Fact]
    public async Task Cluster_starts_while_every_replica_is_dead_and_a_rule_must_not_be_missed()
    {
        await using (await Replica("a"))
        {
            await scene.Apply(WebhookRules.FixedTags(failurePolicy: "Fail"));
            await scene.PodUntil(answer => answer.Code != 0, "nginx:latest");
        }

        var (code, _, error) = await scene.Pod("nginx:1.2.3");
        Assert.True(code != 0 && error.Contains("failed calling webhook", StringComparison.Ordinal), error);
        Assert.Equal(0, (await scene.Pod("nginx:latest", "kube-system")).Code);
        // This namespace holds pods to a standard that the pod breaks: whoever refuses it, it is no webhook.
        Assert.DoesNotContain("webhook", (await scene.Pod("nginx:latest", "daytwo-system")).Error, StringComparison.Ordinal);
        await scene.Apply("""
            apiVersion: v1
            kind: Node
            metadata: {name: n1}
            ---
            apiVersion: coordination.k8s.io/v1
            kind: Lease
            metadata: {name: l1, namespace: default}
            """);
        await scene.Kubectl.Succeeds("delete", "admissionrule", "--all");

        await scene.Apply(WebhookRules.FixedTags(failurePolicy: "Fail"));
        await using var again = await Replica("b");
        await scene.PodUntil(answer => answer.Code == 0, "nginx:1.2.3");
        Assert.NotEqual(0, (await scene.Pod("nginx:latest")).Code);
    }

    [Theory]
    [InlineData("Ignore", "operations: [CREATE, UPDATE], resources: [pods]", "operations: [CREATE, UPDATE], resources: [pods, bindings, nodes]", "CannotBeRendered")]
    [InlineData("Fail", "operations: [CREATE, UPDATE], resources: [pods]", "operations: [CREATE, UPDATE], resources: [pods, bindings, nodes]", "CannotBeRendered")]
    [InlineData("Fail", "c.image.endsWith(':latest')", "c.image.endsWith(", "RefusedByWebhook")]
    public async Task Rule_that_cannot_be_served_as_it_is_stays_in_force_as_it_was_and_locks_nobody_out(string failurePolicy, string good, string bad, string reason)
    {
        await using var running = new RunningOperator(scene.Api.Kubeconfig);
        await using (await Replica("a"))
        {
            await scene.Apply(WebhookRules.FixedTags(failurePolicy: failurePolicy));
            await scene.Kubectl.Succeeds("wait", "--for=condition=Ready", "admissionrule/fixed-tags", "--timeout=60s");
            await scene.Apply(WebhookRules.FixedTags(failurePolicy: failurePolicy).Replace(good, bad, StringComparison.Ordinal));
            await Eventually.Get(Stalled, said => said.StartsWith(reason, StringComparison.Ordinal) && said.Contains("by the rule as it was before", StringComparison.Ordinal), said => said);
            Assert.Contains("images need a fixed tag", (await scene.Pod("nginx:latest")).Error, StringComparison.Ordinal);
            Assert.Equal(0, (await scene.Pod("nginx:1.2.3")).Code);
        }

        // One that starts now has nothing to judge by.
        await using (await Replica("b"))
        {
            await Eventually.Get(Stalled, said => said.StartsWith(reason, StringComparison.Ordinal) && said.Contains("requests pass", StringComparison.Ordinal), said => said);
            await scene.PodUntil(answer => answer.Code == 0, "nginx:latest");
            await scene.Apply(WebhookRules.FixedTags(failurePolicy: failurePolicy));
            await scene.Kubectl.Succeeds("wait", "--for=condition=Ready", "admissionrule/fixed-tags", "--timeout=60s");
            Assert.Contains("images need a fixed tag", (await scene.Pod("nginx:latest")).Error, StringComparison.Ordinal);
        }

        async Task<string> Stalled() => await scene.Kubectl.Succeeds("get", "admissionrule", "fixed-tags", "-o", "jsonpath={.status.conditions[?(@.type=='Stalled')]['reason','message']}");
    }

    [Fact]
    public async Task Replica_with_nothing_but_its_account_keeps_the_configurations_and_gets_no_further()
    {
        const string account = "system:serviceaccount:daytwo-system:daytwo-webhooks";
        var kubeconfig = scene.Api.KubeconfigFor(account, "system:serviceaccounts", "system:authenticated");
        await scene.Apply(WebhookRules.FixedTags());
        await using var replica = new RunningWebhooks(kubeconfig, "a", WebhookTarget.OfService("daytwo-system", "daytwo-webhooks"));
        await replica.Ready(Ct);

        var entry = Assert.Single(await scene.Entries("validatingwebhookconfiguration"));
        Assert.Equal("daytwo-webhooks", (string?)entry["clientConfig"]!["service"]!["name"]);
        Assert.Equal(1, WebhookScene.Bundle(entry).Count);
        Assert.Equal("no", (await scene.Kubectl.Run("auth", "can-i", "get", "secrets", "-n", "daytwo-system", "--as", account)).Output.Trim());
        string[] others = ["--as", account, "--as-group", "system:serviceaccounts"];
        var lease = await scene.Kubectl.Fails(["create", "-f", await File("lease.yaml", "apiVersion: coordination.k8s.io/v1\nkind: Lease\nmetadata: {name: daytwo-operator, namespace: daytwo-system}"), .. others]);
        Assert.Contains("Leases named daytwo-webhooks-", lease, StringComparison.Ordinal);
        foreach (var (what, index, change) in new (string, int, Action<JsonObject>)[]
        {
            ("must call the Service", 0, e => e["clientConfig"] = new JsonObject { ["url"] = "https://example.com/" }),
            ("must leave out the namespaces", 0, e => e["namespaceSelector"] = new JsonObject()),
            ("must have the match conditions", 0, e => e["rules"]![0]!["resources"] = new JsonArray("pods", "*")),
            ("must have the match conditions", 0, e => e["rules"]![0]!["apiGroups"] = new JsonArray("*")),
            ("must call the Service", 1, e => e["clientConfig"] = new JsonObject { ["url"] = "https://example.com/" }),
            ("must leave out the namespaces", 1, e => e["matchConditions"]![0]!["expression"] = "request.name != 'x'"),
        })
        {
            var stolen = JsonNode.Parse(await scene.Kubectl.Succeeds("get", "validatingwebhookconfiguration", "daytwo-webhooks", "-o", "json"))!;
            change(stolen["webhooks"]![index]!.AsObject());
            Assert.Contains(what, await scene.Kubectl.Fails(["replace", "-f", await File("stolen.json", stolen.ToJsonString()), .. others]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rule_is_ready_while_a_replica_enforces_it()
    {
        await using var running = new RunningOperator(scene.Api.Kubeconfig);
        await scene.Apply(WebhookRules.FixedTags());
        await scene.Kubectl.Succeeds("wait", "--for=condition=Stalled", "admissionrule/fixed-tags", "--timeout=60s");
        Assert.Contains("apply config/webhooks", await Message(), StringComparison.Ordinal);

        await using (await Replica("a"))
        {
            await scene.Kubectl.Succeeds("wait", "--for=condition=Ready", "admissionrule/fixed-tags", "--timeout=60s");
            // At once: the apiserver was seen to call.
            Assert.NotEqual(0, (await scene.Pod("nginx:latest")).Code);

            await scene.Apply(WebhookRules.FixedTags().Replace("c.image.endsWith(':latest')", "c.image.endsWith(':newest')", StringComparison.Ordinal));
            await scene.Kubectl.Succeeds("wait", "--for=jsonpath={.status.observedGeneration}=2", "admissionrule/fixed-tags", "--timeout=60s");
            await scene.Kubectl.Succeeds("wait", "--for=condition=Ready", "admissionrule/fixed-tags", "--timeout=60s");
            Assert.Equal(0, (await scene.Pod("nginx:latest")).Code);
        }

        await scene.Kubectl.Succeeds("wait", "--for=condition=Ready=false", "admissionrule/fixed-tags", "--timeout=60s");

        Task<string> Message() => scene.Kubectl.Succeeds("get", "admissionrule", "fixed-tags", "-o", "jsonpath={.status.conditions[?(@.type=='Ready')].message}");
    }

    [Theory]
    [InlineData("Webhook")]
    [InlineData("Both")]
    public async Task Rule_reads_its_parameters_from_a_config_map_in_each_outlet(string outlet)
    {
        await using var running = new RunningOperator(scene.Api.Kubeconfig);
        await using var replica = await Replica("a");
        await scene.Apply(WebhookRules.Words.Replace("WORD", "nginx", StringComparison.Ordinal));
        await scene.Apply(WebhookRules.ByParameter.Replace("OUTLET", outlet, StringComparison.Ordinal));
        await scene.Kubectl.Succeeds("wait", "--for=condition=Ready", "admissionrule/by-parameter", "--timeout=60s");

        // At once. With both, the policy speaks first.
        var (_, _, refusal) = await scene.Pod("nginx:1");
        Assert.Contains(outlet == "Both" ? "ValidatingAdmissionPolicy 'by-parameter.rule.daytwo.dev'" : "AdmissionRule 'by-parameter' denied request: nginx is forbidden", refusal, StringComparison.Ordinal);
        Assert.Contains("nginx is forbidden", refusal, StringComparison.Ordinal);
        var (code, output, error) = await scene.Pod("httpd:1");
        Assert.True(code == 0, error);
        Assert.Equal("nginx", (string?)JsonNode.Parse(output)!["metadata"]!["annotations"]!["said"]);

        await scene.Apply(WebhookRules.Words.Replace("WORD", "httpd", StringComparison.Ordinal));
        await scene.PodUntil(answer => answer.Error.Contains("httpd is forbidden", StringComparison.Ordinal), "httpd:1");
        await scene.PodUntil(answer => answer.Code == 0 && answer.Output.Contains("\"said\": \"httpd\"", StringComparison.Ordinal), "nginx:1");
        var metrics = await replica.Metrics(Ct);
        Assert.DoesNotContain("daytwo_rule_verdicts_total{rule=\"by-parameter\",outlet=\"webhook\",verdict=\"error\"} 1", metrics, StringComparison.Ordinal);

        await scene.Kubectl.Succeeds("delete", "configmap", "words");
        await scene.PodUntil(answer => answer.Code != 0, "nginx:1");
    }

    /// <summary>Policies change and refuse; what the webhook would still change afterwards is counted as a difference.</summary>
    [Fact]
    public async Task Rule_in_both_outlets_changes_once_is_told_apart_and_stays_in_force_when_the_replica_dies()
    {
        await using var running = new RunningOperator(scene.Api.Kubeconfig);
        await using (var replica = await Replica("a"))
        {
            await scene.Apply(WebhookRules.Hardened.Replace("outlet: Webhook", "outlet: Both", StringComparison.Ordinal));
            await scene.Apply(WebhookRules.FixedTags(mode: "Warn").Replace("outlet: Webhook", "outlet: Both", StringComparison.Ordinal));
            await scene.Kubectl.Succeeds("wait", "--for=condition=Ready", "admissionrule", "--all", "--timeout=60s");

            var (code, output, warnings) = await scene.Pod("nginx:latest");
            Assert.True(code == 0, warnings);
            Assert.Equal("true", (string?)JsonNode.Parse(output)!["metadata"]!["labels"]!["hardened"]);
            Assert.Contains("Validation failed for ValidatingAdmissionPolicy 'fixed-tags.rule.daytwo.dev'", warnings, StringComparison.Ordinal);
            Assert.Contains("Validation failed for AdmissionRule 'fixed-tags': images need a fixed tag", warnings, StringComparison.Ordinal);
            var metrics = await replica.Metrics(Ct);
            Assert.Contains("daytwo_rule_verdicts_total{rule=\"hardened\",outlet=\"webhook\",verdict=\"passed\"}", metrics, StringComparison.Ordinal);
            Assert.Contains("daytwo_rule_verdicts_total{rule=\"hardened\",outlet=\"webhook\",verdict=\"differs\"} 0", metrics, StringComparison.Ordinal);
        }

        await scene.Kubectl.Succeeds("wait", "--for=condition=WebhookReady=false", "admissionrule", "--all", "--timeout=60s");
        var (_, changed, warned) = await scene.Pod("nginx:latest");
        Assert.Contains("hardened", changed, StringComparison.Ordinal);
        Assert.Contains("ValidatingAdmissionPolicy 'fixed-tags.rule.daytwo.dev'", warned, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mutations: [{applyConfiguration: {expression: 'Object{}'}}]", "spec.mutations[0].applyConfiguration", "Write the change as jsonPatch, or set spec.outlet to Policy")]
    [InlineData("validations: [{expression: \"authorizer.group('').resource('pods').check('get').allowed()\", message: m}]", "spec.validations[0].expression", "1:1: outlet Webhook cannot serve 'authorizer'")]
    public async Task Rule_that_a_webhook_cannot_serve_says_so_with_position_and_remedy(string spec, string field, string message)
    {
        await using var running = new RunningOperator(scene.Api.Kubeconfig);
        await using var replica = await Replica("a");
        await scene.Apply($$"""
            apiVersion: daytwo.dev/v1alpha1
            kind: AdmissionRule
            metadata: {name: unservable}
            spec:
              outlet: Webhook
              match: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}
              {{spec}}
            """);

        await scene.Kubectl.Succeeds("wait", "--for=condition=Stalled", "admissionrule/unservable", "--timeout=60s");
        var status = JsonNode.Parse(await scene.Kubectl.Succeeds("get", "admissionrule", "unservable", "-o", "json"))!["status"]!;
        Assert.Equal(("Error", field), ((string?)status["findings"]![0]!["level"], (string?)status["findings"]![0]!["field"]));
        Assert.Contains(message, (string?)status["findings"]![0]!["message"], StringComparison.Ordinal);
        Assert.Contains(field, (string?)status["conditions"]!.AsArray().Single(condition => (string?)condition!["type"] == "WebhookReady")!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Namespace_made_a_moment_ago_is_known()
    {
        await using var replica = await Replica("a");
        await scene.Apply(WebhookRules.FixedTags(failurePolicy: "Fail"));
        await scene.PodUntil(answer => answer.Code != 0, "nginx:latest");
        for (var i = 0; i < 5; i++)
        {
            await scene.Apply($$"""
                apiVersion: v1
                kind: Namespace
                metadata: {name: young-{{i}}}
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: default, namespace: young-{{i}}}
                """);
            var (code, _, error) = await scene.Pod("nginx:1.2.3", $"young-{i}");
            Assert.True(code == 0, error);
        }
    }

    public async ValueTask DisposeAsync() => await scene.DisposeAsync();

    private async Task<RunningWebhooks> Replica(string name)
    {
        var replica = new RunningWebhooks(scene.Api.Kubeconfig, name, WebhookTarget.OfUrl(scene.Balancer.Url));
        scene.Balancer.Use(replica.Listen);
        await replica.Ready(Ct);
        return replica;
    }

    private async Task<string> File(string name, string text)
    {
        var path = Path.Combine(Path.GetDirectoryName(scene.Api.Kubeconfig)!, name);
        await System.IO.File.WriteAllTextAsync(path, text, Ct);
        return path;
    }
}
