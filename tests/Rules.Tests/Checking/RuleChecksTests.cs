using Daytwo.Crds.Admission.Status;

namespace Daytwo.Rules.Tests.Checking;

public sealed class RuleChecksTests
{
    private const string Pods = """{resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]""";
    private const string Validation = "validations: [{expression: 'true', message: m}]";

    public static TheoryData<string, string, string, string> Bad => new()
    {
        { "leases", Rule("""{resourceRules: [{apiGroups: ["", coordination.k8s.io], apiVersions: [v1], operations: [CREATE], resources: [pods, leases]}]}""", Validation), "spec.match.resourceRules[0].resources[1]", "'leases' of the API group 'coordination.k8s.io' is never matched" },
        { "node status", Rule("""{resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [UPDATE], resources: [nodes/status]}]}""", Validation), "spec.match.resourceRules[0].resources[0]", "remove it" },
        { "own kinds", Rule("""{resourceRules: [{apiGroups: [daytwo.dev], apiVersions: [v1alpha1], operations: [DELETE], resources: [admissionrules]}]}""", Validation), "spec.match.resourceRules[0].resources[0]", "daytwo.dev" },
        { "webhook configurations", Rule("""{resourceRules: [{apiGroups: [admissionregistration.k8s.io], apiVersions: [v1], operations: [CREATE], resources: ["*"]}]}""", Validation), "spec.match.resourceRules[0].resources[0]", "lock anyone out" },
        { "system namespace by label", Rule(Pods + ", namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}", Validation), "spec.match.namespaceSelector.matchLabels", "'kube-system' are never matched" },
        { "system namespaces by expression", Rule(Pods + ", namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: [daytwo-system]}]}}", Validation), "spec.match.namespaceSelector.matchExpressions[0].values", "would match nothing" },
        { "variables in a condition", Rule(Pods + ", matchConditions: [{name: a, expression: variables.x}]}", Validation), "spec.match.matchConditions[0].expression", "write the expression out" },
        { "apply configuration in a webhook", Rule(Pods + "}", "outlet: Webhook, mutations: [{applyConfiguration: {expression: 'Object{}'}}]"), "spec.mutations[0].applyConfiguration", "Write the change as jsonPatch, or set spec.outlet to Policy" },
        { "apply configuration in both", Rule(Pods + "}", "outlet: Both, mutations: [{jsonPatch: {expression: '[]'}}, {applyConfiguration: {expression: 'Object{}'}}]"), "spec.mutations[1].applyConfiguration", "outlet Both cannot serve it" },
        { "authorizer in a webhook", Rule(Pods + "}", "outlet: Webhook, validations: [{expression: 'true', message: m}, {expression: \"true ||\\n  authorizer.group('').resource('pods').check('get').allowed()\", message: m}]"), "spec.validations[1].expression", "2:3: outlet Webhook cannot serve 'authorizer': only the apiserver knows what a user may do. Decide by request.userInfo, or set spec.outlet to Policy" },
        { "authorizer in a variable", Rule(Pods + "}", "outlet: Both, variables: [{name: a, expression: authorizer}], " + Validation), "spec.variables[0].expression", "1:1: outlet Both cannot serve 'authorizer'" },
        { "authorizer in a condition", Rule(Pods + ", matchConditions: [{name: a, expression: 'authorizer.path(\"/\").check(\"get\").allowed()'}]}", "outlet: Webhook, " + Validation), "spec.match.matchConditions[0].expression", "1:1: outlet Webhook" },
        { "namespaceObject in a condition", Rule(Pods + ", matchConditions: [{name: a, expression: 'namespaceObject.metadata.name == \"x\"'}]}", Validation), "spec.match.matchConditions[0].expression", "namespaceSelector" },
    };

    [Theory, MemberData(nameof(Bad))]
    public void Rule_that_cannot_be_served_is_told_with_field_and_remedy_and_not_rendered(string name, string yaml, string field, string says)
    {
        var rendered = TestFiles.Render(yaml);

        Assert.False(rendered.IsRenderable, name);
        Assert.Empty(rendered.Objects);
        var finding = Assert.Single(rendered.Findings, finding => finding.Field == field && finding.Level == FindingLevel.Error);
        Assert.True(finding.Message!.Contains(says, StringComparison.Ordinal), finding.Message);
    }

    [Theory]
    [InlineData("'variables.x'", "variables cannot be seen")]
    [InlineData("'object.'", "Syntax error")]
    [InlineData("'true) || (true'", "Syntax error")]
    [InlineData("\"'text'\"", "must evaluate to bool but got string")]
    [InlineData("'params.x == 1'", "undeclared reference to 'params'")]
    [InlineData("'namespaceObject.metadata.name == object.x'", "spec.match.namespaces")]
    public void Exception_that_cannot_be_used_is_told_and_left_out_and_the_others_stay(string condition, string says)
    {
        var rendered = TestFiles.Render(Rule(Pods + "}", Validation) + Exception(condition, "broken") + Exception("'true'", "good"));

        Assert.True(rendered.IsRenderable);
        Assert.Equal(["good"], rendered.Exceptions.Active.Select(exception => exception.Metadata.Name));
        Assert.DoesNotContain("broken", rendered.Objects[0].Json.ToJsonString(), StringComparison.Ordinal);
        var finding = Assert.Single(rendered.Findings);
        Assert.Equal((FindingLevel.Warning, "RuleException/broken spec.match.condition"), (finding.Level, finding.Field));
        Assert.True(finding.Message!.Contains(says, StringComparison.Ordinal), finding.Message);
    }

    [Fact]
    public void Exception_that_asks_the_authorizer_is_left_out_of_rules_that_a_webhook_serves()
    {
        const string condition = "'authorizer.path(\"/\").check(\"get\").allowed()'";
        Assert.Empty(TestFiles.Render(Rule(Pods + "}", Validation) + Exception(condition)).Findings);

        var rendered = TestFiles.Render(Rule(Pods + "}", "outlet: Webhook, " + Validation) + Exception(condition));

        Assert.True(rendered.IsRenderable);
        Assert.Empty(rendered.Exceptions.Active);
        Assert.Contains("a webhook cannot ask 'authorizer'", Assert.Single(rendered.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exceptions_for_which_a_policy_has_no_room_are_told_and_left_out_the_youngest_first()
    {
        var yaml = Rule(Pods + "}", Validation) + Exception("'true'", "a-young", "2026-11-02") + Exception("'object.'", "broken") + string.Concat(Enumerable.Range(0, 62).Select(i => Exception("'true'", $"e{i:00}", "2026-11-01")));

        var rendered = TestFiles.Render(yaml);

        Assert.True(rendered.IsRenderable);
        Assert.Equal(62, rendered.Exceptions.Active.Count);
        var finding = Assert.Single(rendered.Findings, finding => finding.Field == "RuleException/a-young");
        Assert.Equal(FindingLevel.Warning, finding.Level);
        Assert.Contains("62 of its exceptions have room, those that were created first", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-young", rendered.Objects[0].Json.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[JSONPatch{op: 'add', path: '/spec/containers/-', value: {}}]", true)]
    [InlineData("object.spec.containers.exists(c, c.name == 'x') ? [] : [JSONPatch{op: 'add', path: '/spec/containers/-', value: {}}]", false)]
    [InlineData("[JSONPatch{op: 'add', path: '/metadata/labels/a', value: 'b'}]", false)]
    public void Mutation_that_appends_each_time_it_runs_is_told(string expression, bool told)
    {
        var rendered = TestFiles.Render(Rule(Pods + "}", $"mutations: [{{jsonPatch: {{expression: \"{expression}\"}}}}]"));

        Assert.True(rendered.IsRenderable);
        Assert.Equal(told, rendered.Findings.Any(finding => finding is { Level: FindingLevel.Warning, Field: "spec.mutations[0].jsonPatch.expression" }));
    }

    [Fact]
    public void Mutation_of_a_rule_that_is_not_enforced_is_told_and_not_bound()
    {
        var rendered = TestFiles.Render(Rule(Pods + "}", "mode: Audit, mutations: [{jsonPatch: {expression: '[]'}}]"));

        Assert.Contains(rendered.Findings, finding => finding is { Level: FindingLevel.Warning, Field: "spec.mode" });
        Assert.Equal(["MutatingAdmissionPolicy"], rendered.Objects.Select(made => made.Type.Kind));
    }

    [Fact]
    public void Wildcards_are_no_reason_to_refuse_since_what_is_always_excluded_is_excluded_again() =>
        Assert.Empty(TestFiles.Render(Rule("""{resourceRules: [{apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*/*"]}]}""", Validation)).Findings);

    private static string Rule(string match, string rest) => $"{{apiVersion: daytwo.dev/v1alpha1, kind: AdmissionRule, metadata: {{name: r}}, spec: {{match: {match}, {rest}}}}}\n";

    private static string Exception(string condition, string name = "e", string created = "2026-11-30") =>
        $"---\n{{kind: RuleException, metadata: {{name: {name}, creationTimestamp: '{created}T00:00:00Z'}}, spec: {{rules: [r], match: {{condition: {condition}}}, owner: o, reason: r, expiresAt: '2027-01-01T00:00:00Z'}}}}\n";
}
