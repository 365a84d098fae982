using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules.Rendering;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Rules.Tests.Webhooks;

public sealed class WebhookCanaryTests
{
    private static readonly WebhookTarget Target = WebhookTarget.OfService("daytwo-system", "daytwo-webhooks");

    [Fact]
    public void Canary_stands_beside_entries_and_is_called_by_a_path_that_says_what_is_expected()
    {
        var plan = EntryPlan.Of([Rule("pods")]);

        var entries = EntryRendering.Render(AdmissionPhase.Validate, plan, Target, ["PEM"]);

        Assert.Equal(["validate-ignore.webhooks.daytwo.dev", "validate-canary.webhooks.daytwo.dev"], entries.Select(entry => (string?)entry!["name"]));
        var path = (string)entries[1]!["clientConfig"]!["service"]!["path"]!;
        Assert.Equal(WebhookCanary.Expected(AdmissionPhase.Validate, plan), WebhookCanary.Answer(path));
        Assert.Equal("request.name == 'daytwo-webhook-canary' && request.?dryRun.orValue(false)", (string?)entries[1]!["matchConditions"]![0]!["expression"]);
        Assert.Equal((string?)entries[0]!["clientConfig"]!["caBundle"], (string?)entries[1]!["clientConfig"]!["caBundle"]);
    }

    [Fact]
    public void Canary_of_other_entries_says_something_else_and_that_of_other_authorities_the_same()
    {
        string Path(AdmissionRule rule, string authority) =>
            (string)EntryRendering.Render(AdmissionPhase.Validate, EntryPlan.Of([rule]), Target, [authority])[1]!["clientConfig"]!["service"]!["path"]!;

        Assert.Equal(Path(Rule("pods"), "A"), Path(Rule("pods"), "B"));
        Assert.NotEqual(Path(Rule("pods"), "A"), Path(Rule("services"), "A"));
    }

    [Fact]
    public void Where_no_rule_is_served_there_is_no_canary()
    {
        var plan = EntryPlan.Of([Rule("pods")]);
        Assert.Empty(EntryRendering.Render(AdmissionPhase.Mutate, plan, Target, ["PEM"]));
        Assert.Null(WebhookCanary.Expected(AdmissionPhase.Mutate, plan));
    }

    /// <summary>The guard lets through what it knows: the very texts that are rendered.</summary>
    [Fact]
    public void Guard_of_the_replicas_knows_the_canary_and_what_is_always_left_out()
    {
        var guard = File.ReadAllText(TestFiles.Repository("config", "webhooks", "guard_policy.yaml"));
        Assert.Contains($"\"{WebhookCanary.Condition}\"", guard, StringComparison.Ordinal);
        var conditions = EntryRendering.Render(AdmissionPhase.Validate, EntryPlan.Of([Rule("services")]), Target, [])[0]!["matchConditions"]!.AsArray();
        Assert.NotEmpty(conditions);
        Assert.All(conditions, c => Assert.Contains($"\"{c!["expression"]}\"", guard, StringComparison.Ordinal));
        Assert.Contains($"[{string.Join(", ", AlwaysExcluded.Workloads.Select(w => $"\"{w}\""))}]", guard, StringComparison.Ordinal);
    }

    private static AdmissionRule Rule(string resource) => new()
    {
        Metadata = new ObjectMeta { Name = "r" },
        Spec = new AdmissionRuleSpec
        {
            Outlet = RuleOutlet.Webhook,
            Match = new RuleMatch { ResourceRules = [new RuleResources { ApiGroups = [""], ApiVersions = ["v1"], Resources = [resource], Operations = [AdmissionOperation.Create] }] },
            Validations = [new RuleValidation { Expression = "true" }],
        },
    };
}
