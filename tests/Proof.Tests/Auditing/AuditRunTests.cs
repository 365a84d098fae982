using Daytwo.Proof.Auditing;
using Daytwo.Proof.Files;

namespace Daytwo.Proof.Tests.Auditing;

/// <summary>Audits of files; those of a cluster are tests with a real one.</summary>
public sealed class AuditRunTests : IDisposable
{
    private const string Objects = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: small, namespace: a}
        data: {x: "1"}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: large, namespace: a}
        data: {x: "1", b: "2"}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: large, namespace: free}
        data: {x: "1", b: "2"}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: large, namespace: kube-system}
        data: {x: "1", b: "2"}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: free, labels: {free: "true"}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("daytwo-").FullName;

    [Fact]
    public void Objects_are_judged_where_the_rule_matches_and_its_namespace_selector_does()
    {
        var report = Audit(Rule("validations: [{expression: size(object.data) < 2, message: at most one key}]", match: "namespaceSelector: {matchExpressions: [{key: free, operator: DoesNotExist}]}"));
        Assert.Equal(new AuditCounts(Pass: 1, Fail: 1, Warn: 0, Error: 0, Skip: 0), report.Summary);
        Assert.Equal(5, report.Objects);
        var result = Assert.Single(report.Results);
        Assert.Equal(new AuditResult("small", "validations[0]", AuditOutcome.Fail, "at most one key", new AuditedObject("v1", "ConfigMap", "a", "large", null)), result);
    }

    [Fact]
    public void Exception_holds_until_its_end()
    {
        const string exception = """

            ---
            apiVersion: daytwo.dev/v1alpha1
            kind: RuleException
            metadata: {name: e}
            spec: {rules: [small], match: {namespaces: [a]}, owner: o, reason: r, expiresAt: END}
            """;
        var rule = Rule("validations: [{expression: size(object.data) < 2, message: at most one key}]");
        Assert.Equal(1, Audit(rule + exception.Replace("END", "2999-01-01T00:00:00Z", StringComparison.Ordinal)).Summary.Fail);
        Assert.Equal(2, Audit(rule + exception.Replace("END", "1999-01-01T00:00:00Z", StringComparison.Ordinal)).Summary.Fail);
    }

    [Theory]
    [InlineData("mode: Warn", AuditOutcome.Warn)]
    [InlineData("mode: Shadow", AuditOutcome.Fail)]
    public void Mode_Warn_warns(string mode, AuditOutcome outcome) =>
        Assert.All(Audit(Rule("validations: [{expression: size(object.data) < 2, message: m}]", mode)).Results, result => Assert.Equal(outcome, result.Outcome));

    [Fact]
    public void Expression_that_fails_is_an_error_of_the_object_whatever_the_failure_policy()
    {
        var report = Audit(Rule("validations: [{expression: object.spec.x == 1, message: m}]\n  failurePolicy: Ignore"));
        Assert.Equal(3, report.Summary.Error);
        Assert.Contains("no such key: spec", report.Results.First().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Object_that_a_rule_would_still_change_is_told()
    {
        var report = Audit(Rule("mutations: [{jsonPatch: {expression: \"'b' in object.data ? [] : [JSONPatch{op: 'add', path: '/data/b', value: '2'}]\"}}]"));
        Assert.Equal(new AuditCounts(Pass: 2, Fail: 0, Warn: 1, Error: 0, Skip: 0), report.Summary);
    }

    [Theory]
    [InlineData("validations: [{expression: \"request.userInfo.username != 'a'\", message: m}]", "", "spec.validations[0].expression asks for request.userInfo, which is not known")]
    [InlineData("validations: [{expression: \"authorizer.group('').resource('pods').check('get').allowed()\", message: m}]", "", "asks for authorizer")]
    [InlineData("validations: [{expression: oldObject == object, message: m}]", "UPDATE", "no creation of objects")]
    [InlineData("mutations: [{applyConfiguration: {expression: \"Object{data: {'y': '2'}}\"}}]", "", "without an API")]
    public void Rule_that_stored_objects_tell_nothing_about_is_skipped_with_the_reason(string spec, string operation, string reason)
    {
        var report = Audit(Rule(spec).Replace("[CREATE]", operation.Length == 0 ? "[CREATE]" : $"[{operation}]", StringComparison.Ordinal));
        Assert.Equal(AuditCounts.None with { Skip = 1 }, report.Summary);
        Assert.Contains(reason, Assert.Single(report.Results).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_with_parameters_finds_ConfigMaps_of_the_files()
    {
        var report = Audit(Rule("params: {configMap: {name: small, namespace: a}}\n  validations: [{expression: object.data == params.data, message: not as small}]"));
        Assert.Equal(new AuditCounts(Pass: 1, Fail: 2, Warn: 0, Error: 0, Skip: 0), report.Summary);
    }

    [Fact]
    public void What_a_Secret_holds_is_in_no_report()
    {
        var report = Audit(
            Rule("validations: [{expression: size(object.data.x) > 100, message: too short, messageExpression: \"'too short: ' + object.data.x\"}]").Replace("configmaps", "secrets", StringComparison.Ordinal),
            "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {x: aHVzaA==}");
        Assert.Equal("too short", Assert.Single(report.Results).Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Rule(string spec, string mode = "mode: Enforce", string match = "") => $$"""
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata: {name: small}
        spec:
          {{mode}}
          match:
            resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}]
            {{match}}
          {{spec}}
        """;

    private AuditReport Audit(string rules, string audited = Objects)
    {
        var (rule, objects) = (Path.Combine(_folder, "rule.yaml"), Path.Combine(_folder, "objects.yaml"));
        File.WriteAllText(rule, rules);
        File.WriteAllText(objects, audited);
        return new AuditRun(RuleFiles.Read([rule]), new AuditOptions(), TimeProvider.System).OfFiles([objects], new Progress<AuditProgress>());
    }
}
