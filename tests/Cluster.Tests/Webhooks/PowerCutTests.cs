using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Webhooks;

/// <summary>The worst that rules can ask for, at the worst time: everything is judged by a webhook that must not be missed, and everything dies at once.</summary>
public sealed class PowerCutTests : IAsyncDisposable
{
    private const string Everything = """
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata: {name: everything}
        spec:
          outlet: Webhook
          webhook: {failurePolicy: Fail, timeoutSeconds: 5}
          match: {resourceRules: [{apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*/*"]}]}
          validations:
          - expression: object == null || !has(object.metadata) || !('forbidden' in object.metadata.?labels.orValue({}))
            message: this label is forbidden
        """;

    private const string ByParameter = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: words, namespace: default}
        data: {forbidden: secret}
        ---
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata: {name: by-parameter}
        spec:
          outlet: Both
          match: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}]}
          params: {configMap: {name: words, namespace: default}}
          validations:
          - expression: object.metadata.name != params.data.forbidden
            messageExpression: "'the name ' + params.data.forbidden + ' is forbidden'"
            message: the name is forbidden
        """;

    private readonly WholeCluster cluster = new();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task Cluster_comes_back_while_every_webhook_process_is_dead_and_a_rule_about_everything_must_not_be_missed()
    {
        await cluster.Begin();
        cluster.StartOperator();
        cluster.StartWebhooks();
        await cluster.Apply(ByParameter);
        await cluster.Apply(Everything);
        await Ready();
        await HasItsAccount();
        foreach (var kubectl in new[] { cluster.Kubectl, cluster.Second })
        {
            // Not even while the first replicas came up was a request refused because nobody answered.
            Assert.DoesNotContain("calling_webhook_error", await kubectl.Succeeds("get", "--raw", "/metrics"), StringComparison.Ordinal);

            // At once, on both: each was seen to call.
            Assert.Contains("AdmissionRule 'everything' denied request: this label is forbidden", await Try(kubectl, "bad", label: true), StringComparison.Ordinal);
            Assert.Contains("the name secret is forbidden", await Try(kubectl, "secret"), StringComparison.Ordinal);
            Assert.Equal("", await Try(kubectl, "good"));
        }

        // What an apiserver makes at its start is missing, as after an upgrade: it must not depend on webhooks either.
        await cluster.Kubectl.Succeeds("delete", "clusterrole", "system:node-problem-detector");
        await cluster.KillWebhooks();
        await cluster.Kubectl.Succeeds("wait", "--for=jsonpath={.status.conditions[?(@.type==\"WebhookReady\")].reason}=ReplicasSilent", "admissionrule/everything", "--timeout=90s");
        await cluster.StopOperator();

        await cluster.RestartControlPlane();

        foreach (var kubectl in new[] { cluster.Kubectl, cluster.Second })
        {
            Assert.Contains("failed calling webhook \"validate-fail.webhooks.daytwo.dev\"", await Try(kubectl, "good"), StringComparison.Ordinal);
            Assert.Contains("ValidatingAdmissionPolicy 'by-parameter.rule.daytwo.dev' with binding 'by-parameter.rule.daytwo.dev' denied request: the name secret is forbidden", await Try(kubectl, "secret"), StringComparison.Ordinal);
        }

        await cluster.Kubectl.Succeeds("get", "clusterrole", "system:node-problem-detector");
        await NodesAndTheirPodsLive();
        await OwnNamespaceLives();

        cluster.StartOperator();
        cluster.StartWebhooks();
        await Ready();
        foreach (var kubectl in new[] { cluster.Kubectl, cluster.Second })
        {
            Assert.Contains("AdmissionRule 'everything' denied request: this label is forbidden", await Try(kubectl, "bad", label: true), StringComparison.Ordinal);
            Assert.Equal("", await Try(kubectl, "good"));
        }
    }

    [Fact]
    public async Task Rule_that_locks_everyone_out_is_taken_back_while_every_webhook_process_is_dead()
    {
        await cluster.Begin();
        cluster.StartOperator();
        cluster.StartWebhooks();
        await cluster.Apply(Everything);
        await Ready();
        await HasItsAccount();
        await cluster.KillWebhooks();
        Assert.Contains("failed calling webhook", await Try(cluster.Kubectl, "good"), StringComparison.Ordinal);

        await cluster.Kubectl.Succeeds("patch", "admissionrule", "everything", "--type=merge", "-p", """{"spec":{"outlet":"Policy"}}""");
        await cluster.Kubectl.Succeeds("wait", "--for=condition=PolicyReady", "admissionrule/everything", "--timeout=60s");
        await cluster.Kubectl.Succeeds("delete", "validatingwebhookconfiguration", "daytwo-webhooks");

        await Eventually.True(async () => await Try(cluster.Kubectl, "good") == "", "nobody is called any more");
        Assert.Contains("ValidatingAdmissionPolicy 'everything.rule.daytwo.dev'", await Try(cluster.Kubectl, "bad", label: true), StringComparison.Ordinal);
    }

    /// <summary>The controller-manager makes the account that pods need, under the rule or before it.</summary>
    private Task HasItsAccount() => cluster.Kubectl.Succeeds("wait", "--for=create", "serviceaccount/default", "-n", "default", "--timeout=60s");

    private async Task Ready()
    {
        var (code, _, error) = await cluster.Kubectl.Run("wait", "--for=condition=Ready", "admissionrule", "--all", "--timeout=90s");
        Assert.True(code == 0, $"{error}\n{(await cluster.Kubectl.Run("get", "admissionrules", "-o", "yaml")).Output}\n{cluster.Logs}");
    }

    /// <summary>Kubelets register and renew, the scheduler places, and what nodes ask of the API is answered.</summary>
    private async Task NodesAndTheirPodsLive()
    {
        await cluster.Apply("""
            apiVersion: v1
            kind: Node
            metadata: {name: n1}
            ---
            apiVersion: coordination.k8s.io/v1
            kind: Lease
            metadata: {name: n1, namespace: kube-node-lease}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: dns, namespace: kube-system}
            spec:
              selector: {matchLabels: {app: dns}}
              template:
                metadata: {labels: {app: dns}}
                spec: {tolerations: [{operator: Exists}], containers: [{name: dns, image: example.com/dns:1}]}
            """, cluster.Second);
        await cluster.Kubectl.Succeeds(
            "patch", "node", "n1", "--subresource=status", "--type=merge", "-p",
            """{"status":{"conditions":[{"type":"Ready","status":"True","reason":"KubeletReady"}],"allocatable":{"cpu":"4","memory":"4Gi","pods":"10"},"capacity":{"cpu":"4","memory":"4Gi","pods":"10"}}}""");
        await Eventually.True(async () => (await cluster.Kubectl.Succeeds("get", "pods", "-n", "kube-system", "-l", "app=dns", "-o", "jsonpath={.items[*].spec.nodeName}")) == "n1", "controller-manager makes the pod and the scheduler places it");
        await cluster.Kubectl.Succeeds("create", "token", "default", "-n", "default");
        Assert.Equal("no", (await cluster.Kubectl.Run("auth", "can-i", "list", "pods", "--as", "someone")).Output.Trim());
        await cluster.Kubectl.Succeeds("delete", "node", "n1");
    }

    /// <summary>What is needed to run the webhooks again can be made: their own namespace is never judged.</summary>
    private async Task OwnNamespaceLives()
    {
        await cluster.Apply("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: webhooks-again, namespace: daytwo-system}
            spec:
              selector: {matchLabels: {app: again}}
              template:
                metadata: {labels: {app: again}}
                spec:
                  securityContext: {runAsNonRoot: true, runAsUser: 65532, seccompProfile: {type: RuntimeDefault}}
                  containers:
                  - {name: webhooks, image: example.com/daytwo:1, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: again, namespace: daytwo-system}
            """);
        await Eventually.True(async () => (await cluster.Kubectl.Succeeds("get", "pods", "-n", "daytwo-system", "-l", "app=again", "-o", "name")).Contains("pod/", StringComparison.Ordinal), "the pod of the webhooks is made");
        await cluster.Kubectl.Succeeds("delete", "deployment", "webhooks-again", "-n", "daytwo-system");
    }

    /// <summary>What comes of creating a ConfigMap by dry run: empty when it passes.</summary>
    private static async Task<string> Try(Kubectl kubectl, string name, bool label = false)
    {
        string[] create = label ? ["run", name, "--image=a", "-l", "forbidden=yes"] : ["create", "configmap", name];
        return (await kubectl.Run([.. create, "-n", "default", "--dry-run=server"])) is { Code: not 0 } refused ? refused.Error.Trim() : "";
    }
}
