using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Crds;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Rules;

/// <summary>What is rendered means on a real apiserver what the rule says: modes, messages, parameters, exceptions.</summary>
public sealed class RenderingTests(InstalledKinds kinds)
{
    private const string Refusing = "validations: [{expression: 'false', message: plain, messageExpression: \"'computed for ' + object.metadata.name\"}]";

    [Fact]
    public async Task Every_recorded_rendering_is_taken_and_stored_as_it_was_rendered()
    {
        var installation = await kinds.Get();
        var files = Directory.GetFiles(Repository.Path("tests", "Rules.Tests", "Rendering", "testdata"), "*.json");
        Assert.NotEmpty(files);
        foreach (var made in files.SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!.AsArray()).Select(made => made!.AsObject()))
        {
            made["metadata"]!.AsObject().Remove("ownerReferences");
            var type = Daytwo.Rules.PolicyTypes.All.Single(type => type.Kind == (string?)made["kind"]);

            var answer = await installation.Send(
                HttpMethod.Patch, $"{type.Path(null, (string)made["metadata"]!["name"]!)}?fieldManager=tests&fieldValidation=Strict&dryRun=All", made, "application/apply-patch+yaml");

            Assert.True(answer.Accepted, answer.Message);
            Assert.Equal(made["spec"]!.ToJsonString(), Sorted(answer.Body["spec"]!, made["spec"]!));
        }
    }

    [Fact]
    public async Task Warn_lets_pass_and_warns_with_the_same_message()
    {
        var sandbox = await Begin("warning", "mode: Warn, " + Refusing, async sandbox => (await sandbox.Create(Map("a"))).Warnings.Count > 0);

        var answer = await sandbox.Create(Map("b"));

        Assert.True(answer.Accepted, answer.Message);
        Assert.Contains("computed for b", Assert.Single(answer.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failing_message_expression_falls_back_to_the_message()
    {
        var sandbox = await Begin("fallback", "validations: [{expression: 'false', message: plain, messageExpression: string(object.missing)}]", async sandbox => !(await sandbox.Create(Map("a"))).Accepted);

        Assert.EndsWith("denied request: plain", (await sandbox.Create(Map("a"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fail", false)]
    [InlineData("Ignore", true)]
    public async Task Failing_expression_means_what_failurePolicy_says(string failurePolicy, bool accepted)
    {
        var sandbox = await Begin(
            "failing-" + failurePolicy.ToLowerInvariant(), $"failurePolicy: {failurePolicy}, validations: [{{expression: \"object.metadata.name != 'probe' && object.data.missing == 'x'\", message: m}}]",
            async sandbox => (await sandbox.Create(Map("probe"))).Message.Contains("denied request: m", StringComparison.Ordinal));

        Assert.Equal(accepted, (await sandbox.Create(Map("a"))).Accepted);
    }

    [Fact]
    public async Task Values_written_in_the_rule_have_their_types()
    {
        var yaml = await File.ReadAllTextAsync(Repository.Path("tests", "Rules.Tests", "Rendering", "testdata", "values.yaml"), TestContext.Current.CancellationToken);
        var sandbox = await RuleSandbox.Begin(
            await kinds.Get(), yaml.Replace("    - expression: >-", "    - expression: object.metadata.name != 'probe'\n      message: probe\n    - expression: >-", StringComparison.Ordinal),
            async sandbox => (await sandbox.Create(Map("probe"))).Message.Contains("probe", StringComparison.Ordinal),
            rule => rule with { Spec = rule.Spec with { Mode = Daytwo.Crds.Admission.RuleMode.Enforce } });

        var answer = await sandbox.Create(Map("a"));

        Assert.True(answer.Accepted, answer.Message);
    }

    [Fact]
    public async Task ConfigMap_is_the_parameter_and_its_change_changes_verdicts()
    {
        var kubectl = (await kinds.Get()).Kubectl;
        await kubectl.Run("create", "namespace", "platform");
        await kubectl.Run("-n", "platform", "create", "configmap", "limits", "--from-literal=forbidden=bad");
        var sandbox = await Begin(
            "param", "params: {configMap: {name: limits, namespace: platform}}, validations: [{expression: object.metadata.name != params.data.forbidden, message: m}]",
            async sandbox => !(await sandbox.Create(Map("bad"))).Accepted);

        Assert.True((await sandbox.Create(Map("other"))).Accepted);
        await kubectl.Succeeds("-n", "platform", "patch", "configmap", "limits", "-p", """{"data":{"forbidden":"other"}}""");

        await Eventually.True(async () => !(await sandbox.Create(Map("other"))).Accepted && (await sandbox.Create(Map("bad"))).Accepted);
    }

    [Fact]
    public async Task Exception_lets_pass_exactly_what_it_names()
    {
        const string Exceptions = """

            ---
            {kind: RuleException, metadata: {name: by-name}, spec: {rules: [excepting], match: {names: [exact, begins-*]}, owner: o, reason: r, expiresAt: '2999-01-01T00:00:00Z'}}
            ---
            {kind: RuleException, metadata: {name: by-label}, spec: {rules: [excepting], match: {namespaces: [rule-except*], objectSelector: {matchLabels: {free: 'yes'}, matchExpressions: [{key: strict, operator: DoesNotExist}]}}, owner: o, reason: r, expiresAt: '2999-01-01T00:00:00Z'}}
            ---
            {kind: RuleException, metadata: {name: by-condition}, spec: {rules: [excepting], match: {namespaces: [rule-excepting], condition: "object.?data.?why.orValue('') == 'good' // as agreed"}, owner: o, reason: r, expiresAt: '2999-01-01T00:00:00Z'}}
            ---
            {kind: RuleException, metadata: {name: elsewhere}, spec: {rules: [excepting], match: {namespaces: [elsewhere, else-*]}, owner: o, reason: r, expiresAt: '2999-01-01T00:00:00Z'}}
            ---
            {kind: RuleException, metadata: {name: over}, spec: {rules: [excepting], match: {condition: 'true'}, owner: o, reason: r, expiresAt: '2020-01-01T00:00:00Z'}}
            """;
        var sandbox = await Begin("excepting", Refusing, async sandbox => !(await sandbox.Create(Map("a"))).Accepted, Exceptions);

        Assert.Equal("exact begins-with labelled agreed generated", string.Join(' ', await Accepted(sandbox,
            ("exact", Map("exact")), ("begins-with", Map("begins-with")), ("begins", Map("begins")), ("exactly", Map("exactly")),
            ("labelled", Map("x", labels: """{"free":"yes"}""")), ("strict", Map("x", labels: """{"free":"yes","strict":""}""")), ("unfree", Map("x", labels: """{"free":"no"}""")),
            ("agreed", Map("x", data: """{"why":"good"}""")), ("not agreed", Map("x", data: """{"why":"bad"}""")),
            ("generated", Generated("begins-with-")), ("generated otherwise", Generated("other-")))));
    }

    [Fact]
    public async Task Exception_by_label_looks_at_what_a_deletion_deletes_and_what_an_update_makes()
    {
        const string Exception = """

            ---
            {kind: RuleException, metadata: {name: e}, spec: {rules: [labels-matter], match: {objectSelector: {matchLabels: {free: 'yes'}}}, owner: o, reason: r, expiresAt: '2999-01-01T00:00:00Z'}}
            """;
        var free = Map("free", labels: """{"free":"yes"}""");
        var sandbox = await Begin(
            "labels-matter", "validations: [{expression: 'false', message: m}]", async sandbox => !(await sandbox.Create(Map("a"))).Accepted, Exception, "[CREATE, UPDATE, DELETE]");
        Assert.True((await sandbox.Create(free, dryRun: false)).Accepted);

        Assert.False((await sandbox.Change(free, JsonNode.Parse("""{"metadata":{"labels":{"free":"no"}}}""")!)).Accepted);
        Assert.True((await sandbox.Change(free, JsonNode.Parse("""{"data":{"a":"b"}}""")!)).Accepted);
        Assert.True((await sandbox.Delete(free)).Accepted);
    }

    [Fact]
    public async Task Namespace_is_null_in_match_conditions_so_that_exceptions_cannot_select_by_its_labels()
    {
        // Sent as it is: the rule's own check would refuse it.
        var installation = await kinds.Get();
        var sandbox = await Begin(
            "namespace-seen", "match: MATCH, validations: [{expression: 'namespaceObject == null', message: namespace is seen here}]",
            async sandbox => !(await sandbox.Create(Map("a"))).Accepted);
        var path = "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies/namespace-seen.rule.daytwo.dev";
        var patch = JsonNode.Parse("""{"spec":{"matchConditions":[{"name":"seen","expression":"namespaceObject != null"}]}}""")!;

        Assert.True((await installation.Send(HttpMethod.Patch, path, patch, "application/merge-patch+json")).Accepted);

        await Eventually.True(async () => (await sandbox.Create(Map("a"))).Accepted);
    }

    [Fact]
    public async Task System_namespaces_and_what_is_always_excluded_are_not_matched_even_by_a_rule_about_everything()
    {
        var installation = await kinds.Get();
        const string Everything = "match: {resourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*/*']}]}, ";
        var sandbox = await Begin("everything", Everything + "validations: [{expression: \"request.?options.?fieldManager.orValue('') != 'strict'\", message: everything}]",
            async sandbox => !(await sandbox.Create(Map("a"), fieldManager: "strict")).Accepted, wholeCluster: true);

        async Task<Answer> Post(string path, string body) => await installation.Send(HttpMethod.Post, path + "?dryRun=All&fieldManager=strict", JsonNode.Parse(body), "application/json");
        Assert.True((await Post("/api/v1/namespaces/kube-system/configmaps", """{"metadata":{"name":"a"}}""")).Accepted);
        Assert.True((await Post("/api/v1/nodes", """{"metadata":{"name":"a"}}""")).Accepted);
        Assert.True((await Post($"/apis/coordination.k8s.io/v1/namespaces/{sandbox.Namespace}/leases", """{"metadata":{"name":"a"}}""")).Accepted);
        Assert.True((await Post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", """{"spec":{"resourceAttributes":{"verb":"get","resource":"pods"}}}""")).Accepted);
        Assert.True((await Post("/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations", """{"metadata":{"name":"a"}}""")).Accepted);
        Assert.True((await installation.Create(JsonNode.Parse("""{"apiVersion":"daytwo.dev/v1alpha1","kind":"AdmissionRule","metadata":{"name":"x"},"spec":{"match":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["*"],"resources":["pods"]}]},"validations":[{"expression":"true","message":"m"}]}}""")!)).Accepted);
        Assert.False((await Post("/api/v1/namespaces", """{"metadata":{"name":"another"}}""")).Accepted);
        await installation.Kubectl.Succeeds("delete", "validatingadmissionpolicybinding", "everything.rule.daytwo.dev");
    }

    private async Task<RuleSandbox> Begin(
        string name, string spec, Func<RuleSandbox, Task<bool>> inForce, string more = "", string operations = "[CREATE]", bool wholeCluster = false)
    {
        var match = $"{{resourceRules: [{{apiGroups: [''], apiVersions: [v1], operations: {operations}, resources: [configmaps]}}]}}";
        spec = spec.Contains("match:", StringComparison.Ordinal) ? spec.Replace("MATCH", match, StringComparison.Ordinal) : $"match: {match}, {spec}";
        var yaml = $"{{kind: AdmissionRule, metadata: {{name: {name}}}, spec: {{{spec}}}}}{more}";
        return await RuleSandbox.Begin(await kinds.Get(), yaml, inForce, wholeCluster: wholeCluster);
    }

    private static async Task<IReadOnlyList<string>> Accepted(RuleSandbox sandbox, params (string What, JsonObject Object)[] tries)
    {
        var accepted = new List<string>();
        foreach (var (what, value) in tries)
        {
            if ((await sandbox.Create(value)).Accepted)
            {
                accepted.Add(what);
            }
        }

        return accepted;
    }

    private static JsonObject Map(string name, string labels = "{}", string data = "{}") => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "ConfigMap",
        ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = JsonNode.Parse(labels) },
        ["data"] = JsonNode.Parse(data),
    };

    private static JsonObject Generated(string prefix) =>
        new() { ["apiVersion"] = "v1", ["kind"] = "ConfigMap", ["metadata"] = new JsonObject { ["generateName"] = prefix } };

    /// <summary>The live JSON with its members in the order of the rendered.</summary>
    private static string Sorted(JsonNode live, JsonNode rendered) => Order(live, rendered)!.ToJsonString();

    private static JsonNode? Order(JsonNode? live, JsonNode? like) => (live, like) switch
    {
        (JsonObject map, JsonObject order) => new JsonObject(map.OrderBy(member => order.ContainsKey(member.Key) ? order.IndexOf(member.Key) : int.MaxValue)
            .Select(member => KeyValuePair.Create(member.Key, Order(member.Value, order[member.Key])))),
        (JsonArray list, JsonArray order) => new JsonArray([.. list.Index().Select(item => Order(item.Item, item.Index < order.Count ? order[item.Index] : null))]),
        _ => live?.DeepClone(),
    };
}
