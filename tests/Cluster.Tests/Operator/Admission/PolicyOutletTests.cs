using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Operator.Admission;

/// <summary>AdmissionRules through the running operator: in force when Ready says so, changed, restored, excepted, gone.</summary>
public sealed class PolicyOutletTests : IAsyncDisposable
{
    private const string Refuse = "validations: [{expression: 'false', message: never}]";

    private readonly RuleScene scene = new();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    public async Task Rule_is_in_force_on_every_apiserver_the_moment_it_is_ready_and_gone_when_deleted()
    {
        await scene.Begin(apiServers: 2);
        await scene.StartOperator();

        for (var i = 0; i < 3; i++)
        {
            await scene.Rule("refusing", Refuse);
            await scene.Ready("refusing");

            // At once, on both: nothing waits here.
            foreach (var refused in new[] { await RuleScene.Try(scene.Kubectl), await RuleScene.Try(scene.Second) })
            {
                Assert.Contains("ValidatingAdmissionPolicy 'refusing.rule.daytwo.dev' with binding 'refusing.rule.daytwo.dev' denied request: never", refused, StringComparison.Ordinal);
            }

            var status = (await scene.Get("admissionrule/refusing"))["status"]!;
            Assert.Equal(2, status["policy"]!["activeOn"]!.AsArray().Count);
            Assert.Null(status["policy"]!["pendingOn"]);
            await scene.Kubectl.Succeeds("delete", "admissionrule", "refusing");
            await Eventually.True(async () => await Objects() == "");
            await Eventually.True(async () => await RuleScene.Try(scene.Kubectl) == "");
        }
    }

    [Fact]
    public async Task Change_of_the_rule_changes_the_policy_and_a_change_of_the_policy_is_undone()
    {
        await scene.Begin();
        await scene.StartOperator();
        await scene.Rule("changing", "validations: [{expression: \"object.metadata.name != 'a'\", message: not a}]");
        await scene.Ready("changing");

        await scene.Rule("changing", "validations: [{expression: \"object.metadata.name != 'b'\", message: not b}]");
        await Eventually.True(async () => (long)(await scene.Get("admissionrule/changing"))["status"]!["observedGeneration"]! == 2);
        await scene.Ready("changing");
        Assert.Equal("", await RuleScene.Try(scene.Kubectl));
        Assert.EndsWith("denied request: not b", await RuleScene.Try(scene.Kubectl, "b"), StringComparison.Ordinal);

        await scene.Kubectl.Succeeds("patch", "validatingadmissionpolicy", "changing.rule.daytwo.dev", "--type=merge", "-p", """{"spec":{"matchConditions":[{"name":"off","expression":"false"}]}}""");
        await Eventually.True(async () => (await scene.Get("validatingadmissionpolicy/changing.rule.daytwo.dev"))["spec"]!["matchConditions"] is JsonArray { Count: 1 } conditions && (string?)conditions[0]!["name"] != "off");
        await scene.Kubectl.Succeeds("delete", "validatingadmissionpolicybinding", "changing.rule.daytwo.dev");
        await Eventually.True(async () => (await Objects()).Contains("Binding", StringComparison.Ordinal));
        await scene.Ready("changing");
        Assert.Contains("not b", await RuleScene.Try(scene.Kubectl, "b"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mutation_and_mode_and_outlet_decide_which_objects_there_are()
    {
        await scene.Begin();
        await scene.StartOperator();
        const string Both = Refuse + "\nmutations: [{jsonPatch: {expression: \"[JSONPatch{op: 'add', path: '/data', value: {'a': 'b'}}]\"}}]\n";
        await scene.Rule("both", Both + "mode: Enforce");
        await scene.Ready("both");
        Assert.Equal("MutatingAdmissionPolicy MutatingAdmissionPolicyBinding ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding", await Objects());

        await scene.Rule("both", Both + "mode: Warn");
        await Eventually.True(async () => await Objects() == "MutatingAdmissionPolicy ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding");
        await scene.Ready("both");
        var (_, _, warned) = await scene.Kubectl.Run("create", "configmap", "a", "--dry-run=server");
        Assert.Contains("never", warned, StringComparison.Ordinal);

        await scene.Rule("both", Both + "outlet: Webhook");
        await Eventually.True(async () => await Objects() == "");
        await scene.Kubectl.Succeeds("get", "validatingadmissionpolicy", "canary.daytwo.dev");
    }

    [Fact]
    public async Task Exception_holds_until_its_end_and_not_longer()
    {
        await scene.Begin();
        await scene.StartOperator();
        await scene.Rule("excepting", Refuse);
        await scene.Ready("excepting");
        Assert.NotEqual("", await RuleScene.Try(scene.Kubectl));

        var end = TimeProvider.System.GetUtcNow().AddSeconds(12);
        await scene.Apply($$"""
            apiVersion: daytwo.dev/v1alpha1
            kind: RuleException
            metadata: {name: briefly}
            spec: {rules: [excepting], match: {names: [a]}, owner: a@example.com, reason: a test, expiresAt: "{{end:yyyy-MM-dd'T'HH:mm:ss'Z'}}"}
            """);
        await Eventually.True(async () => await RuleScene.Try(scene.Kubectl) == "");
        Assert.NotEqual("", await RuleScene.Try(scene.Kubectl, "b"));
        Assert.Equal("1", (await scene.Get("admissionrule/excepting"))["status"]!["exceptions"]!["active"]!.ToString());
        await scene.Kubectl.Succeeds("wait", "ruleexception/briefly", "--for=condition=Active", "--timeout=20s");

        await Eventually.True(async () => await RuleScene.Try(scene.Kubectl) != "");
        Assert.InRange(TimeProvider.System.GetUtcNow(), end.AddSeconds(-1), end.AddSeconds(10));
        await scene.Kubectl.Succeeds("wait", "ruleexception/briefly", "--for=condition=Expired", "--timeout=20s");
        Assert.Equal("1", (await scene.Get("admissionrule/excepting"))["status"]!["exceptions"]!["expired"]!.ToString());
    }

    [Fact]
    public async Task Exception_that_a_rule_leaves_out_says_so_until_the_rule_or_another_exception_changes()
    {
        await scene.Begin();
        await scene.StartOperator();
        await scene.Rule("crowded", Refuse);
        await scene.Apply(string.Concat(Enumerable.Range(0, 63).Select(i => Excepting($"e{i:00}", $"names: [n{i:00}]"))) + Excepting("broken", "condition: 'object.'"));

        await Told("e62", "NoRoom");
        await Told("broken", "ConditionUnusable");
        await Told("e00", "Holds");
        await scene.Ready("crowded");
        Assert.EndsWith("denied request: never", await RuleScene.Try(scene.Kubectl, "n62"), StringComparison.Ordinal);
        Assert.Equal("", await RuleScene.Try(scene.Kubectl, "n00"));

        await scene.Kubectl.Succeeds("delete", "ruleexception", "e00");
        await Told("e62", "Holds");
        await Eventually.True(async () => await RuleScene.Try(scene.Kubectl, "n62") == "");

        await scene.Kubectl.Succeeds("patch", "admissionrule", "crowded", "--type=merge", "-p", """{"spec":{"match":{"matchConditions":[{"name":"own","expression":"true"}]}}}""");
        await Told("e62", "NoRoom");
    }

    [Fact]
    public async Task Rule_that_does_not_compile_is_told_with_its_field_and_the_last_good_policy_stays()
    {
        await scene.Begin();
        await scene.StartOperator();
        await scene.Rule("compiling", Refuse);
        await scene.Ready("compiling");

        await scene.Rule("compiling", "params: {values: [{name: x, value: 1}]}\nvariables: [{name: bad, expression: 'object.'}]\n" + Refuse);

        await scene.WaitForReason("compiling", "RefusedByAPI");
        var ready = (await scene.Get("admissionrule/compiling"))["status"]!["conditions"]!.AsArray().Single(condition => (string?)condition!["type"] == "Ready")!;
        Assert.Contains("spec.variables[0].expression", (string)ready["message"]!, StringComparison.Ordinal);
        Assert.Contains("Syntax error", (string)ready["message"]!, StringComparison.Ordinal);
        Assert.Contains("stay in force", (string)ready["message"]!, StringComparison.Ordinal);
        Assert.NotEqual("", await RuleScene.Try(scene.Kubectl));
    }

    [Fact]
    public async Task Rule_about_what_is_never_matched_is_told_and_policies_of_others_are_not_touched()
    {
        await scene.Begin();
        await scene.Apply("""
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicy
            metadata: {name: taken.rule.daytwo.dev}
            spec: {matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [secrets]}]}, validations: [{expression: "true"}]}
            """);
        await scene.StartOperator();
        await scene.Rule("taken", Refuse);
        await scene.Apply("""
            apiVersion: daytwo.dev/v1alpha1
            kind: AdmissionRule
            metadata: {name: leases}
            spec:
              match: {resourceRules: [{apiGroups: [coordination.k8s.io], apiVersions: [v1], operations: ["*"], resources: [leases]}]}
              validations: [{expression: "false", message: never}]
            """);

        await scene.WaitForReason("leases", "CannotBeRendered");
        await scene.WaitForReason("taken", "NameTaken");

        var finding = (await scene.Get("admissionrule/leases"))["status"]!["findings"]![0]!;
        Assert.Equal(("Error", "spec.match.resourceRules[0].resources[0]"), ((string)finding["level"]!, (string)finding["field"]!));
        await scene.Kubectl.Succeeds("delete", "admissionrule", "taken", "leases");
        Assert.Equal("secrets", (string?)(await scene.Get("validatingadmissionpolicy/taken.rule.daytwo.dev"))["spec"]!["matchConstraints"]!["resourceRules"]![0]!["resources"]![0]);
    }

    [Fact]
    public async Task What_was_made_is_cleaned_though_the_rule_went_while_the_operator_was_down_and_a_rule_made_anew_takes_over()
    {
        await scene.Begin();
        await scene.StartOperator();
        await scene.Rule("going", Refuse);
        await scene.Rule("again", Refuse);
        await scene.Ready("going");
        await scene.Ready("again");
        var uid = (string)(await scene.Get("validatingadmissionpolicy/again.rule.daytwo.dev"))["metadata"]!["uid"]!;

        await scene.StopOperator();
        await scene.Kubectl.Succeeds("delete", "admissionrule", "going", "again");
        await scene.Rule("again", Refuse);
        await scene.StartOperator();

        await scene.Ready("again");
        await Eventually.True(async () => !(await scene.Kubectl.Succeeds("get", "validatingadmissionpolicy", "-o", "name")).Contains("going", StringComparison.Ordinal));
        var taken = (await scene.Get("validatingadmissionpolicy/again.rule.daytwo.dev"))["metadata"]!;
        Assert.Equal(uid, (string)taken["uid"]!);
        var owner = Assert.Single(taken["ownerReferences"]!.AsArray());
        Assert.Equal((string?)(await scene.Get("admissionrule/again"))["metadata"]!["uid"], (string?)owner!["uid"]);
    }

    [Fact]
    public async Task Apiserver_that_cannot_be_reached_is_named_and_the_rule_is_not_ready_before_it_is_back()
    {
        await scene.Begin(apiServers: 2);
        await scene.StartOperator();
        await scene.SecondServer.Kill();
        await scene.Rule("waiting", Refuse);

        await Eventually.True(async () => (await scene.Get("admissionrule/waiting"))["status"]?["policy"]?["pendingOn"] is JsonArray { Count: 1 });
        var status = (await scene.Get("admissionrule/waiting"))["status"]!;
        Assert.StartsWith(ApiServerSlice.Address(1) + ":6443: ", (string)status["policy"]!["pendingOn"]![0]!, StringComparison.Ordinal);
        Assert.Equal("False", (string?)status["conditions"]!.AsArray().Single(condition => (string?)condition!["type"] == "Ready")!["status"]);

        await scene.SecondServer.Restart(TestContext.Current.CancellationToken);
        await scene.Ready("waiting");
        Assert.NotEqual("", await RuleScene.Try(scene.Second));
    }

    /// <summary>A document that excepts from the rule crowded for a day.</summary>
    private static string Excepting(string name, string match) => $$"""
        ---
        apiVersion: daytwo.dev/v1alpha1
        kind: RuleException
        metadata: {name: {{name}}}
        spec: {rules: [crowded], match: { {{match}} }, owner: a@example.com, reason: a test, expiresAt: "{{TimeProvider.System.GetUtcNow().AddDays(1):yyyy-MM-dd'T'HH:mm:ss'Z'}}"}

        """;

    private Task<string> Told(string exception, string reason) =>
        scene.Kubectl.Succeeds("wait", $"ruleexception/{exception}", $"--for=jsonpath={{.status.conditions[?(@.type==\"Active\")].reason}}={reason}", "--timeout=60s");

    /// <summary>The kinds of what was made from rules, the canary aside.</summary>
    private async Task<string> Objects()
    {
        var list = await scene.Kubectl.Succeeds(
            "get", "validatingadmissionpolicies,validatingadmissionpolicybindings,mutatingadmissionpolicies,mutatingadmissionpolicybindings", "-l", "daytwo.dev/rule", "-o", "jsonpath={range .items[*]}{.kind} {end}");
        return string.Join(' ', list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }
}
