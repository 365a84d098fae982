using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Rules.Tests.Webhooks;

public sealed class EntryPlanTests
{
    private const string Control = "not-the-apiserver-itself not-a-group-of-control not-a-core-resource-of-control not-a-resource-of-control.coordination.k8s.io";

    private static readonly WebhookEntry Judge = new(AdmissionPhase.Validate, WebhookFailurePolicy.Ignore);

    [Fact]
    public void Rules_share_an_entry() =>
        Assert.Equal("a b c", Names(EntryPlan.Of([Rule("b", "pods", "v1"), Rule("a", "services", "v1"), Rule("c", "pods", "v1")]), Judge));

    [Fact]
    public void Rule_of_another_outlet_is_passed_over() =>
        Assert.Empty(EntryPlan.Of([Rule("a", "pods", "v1", spec => spec with { Outlet = RuleOutlet.Policy })]).Entries);

    [Fact]
    public void Rule_that_must_not_be_missed_has_the_entry_that_fails() =>
        Assert.Equal(Judge with { FailurePolicy = WebhookFailurePolicy.Fail }, Assert.Single(EntryPlan.Of([Rule("a", "pods", "v1", MustNotBeMissed)]).Entries).Key);

    [Theory]
    [InlineData(RuleMode.Warn)]
    [InlineData(RuleMode.Audit)]
    [InlineData(RuleMode.Shadow)]
    public void Rule_that_refuses_nothing_never_has_the_entry_that_fails(RuleMode mode) =>
        Assert.Equal(Judge, Assert.Single(EntryPlan.Of([Rule("a", "pods", "v1", spec => MustNotBeMissed(spec) with { Mode = mode })]).Entries).Key);

    [Fact]
    public void Rule_that_changes_and_judges_is_in_both_phases()
    {
        var plan = EntryPlan.Of([Rule("a", "pods", "v1", spec => spec with { Mutations = [new RuleMutation()] })]);
        Assert.Equal([AdmissionPhase.Mutate, AdmissionPhase.Validate], plan.Entries.Keys.Select(entry => entry.Phase).Order());
    }

    [Fact]
    public void Change_is_made_in_mode_enforce_alone() =>
        Assert.DoesNotContain(EntryPlan.Of([Rule("a", "pods", "v1", spec => spec with { Mode = RuleMode.Warn, Mutations = [new RuleMutation()] })]).Entries.Keys, entry => entry.Phase == AdmissionPhase.Mutate);

    [Theory]
    [InlineData("pods", "pods", "v2")]
    [InlineData("*", "pods", "v2")]
    [InlineData("*/*", "pods/status", "v2")]
    [InlineData("pods", "pods", "*")]
    public void Other_versions_of_a_resource_have_a_lane_of_their_own(string one, string other, string version)
    {
        var plan = EntryPlan.Of([Rule("a", one, "v1"), Rule("b", other, version), Rule("c", one, "v1")]);
        Assert.Equal("a c", Names(plan, Judge));
        Assert.Equal("b", Names(plan, Judge with { Lane = 1 }));
    }

    [Theory]
    [InlineData("pods", "services", "v2")]
    [InlineData("pods", "pods/status", "v2")]
    [InlineData("pods/exec", "pods/status", "v2")]
    public void Other_resources_need_no_lane(string one, string other, string version) =>
        Assert.Equal("a b", Names(EntryPlan.Of([Rule("a", one, "v1"), Rule("b", other, version)]), Judge));

    [Fact]
    public void Exact_rules_need_no_lane() =>
        Assert.Equal("a b", Names(EntryPlan.Of([Rule("a", "pods", "v1", Exact), Rule("b", "pods", "v2", Exact)]), Judge));

    [Fact]
    public void Copies_for_a_comparison_share_an_entry_with_their_like_alone_and_push_nobody_out_of_its_lane()
    {
        var plan = EntryPlan.Of([Copy("a", "one"), Copy("b", "one"), Copy("c", "other"), Rule("z", "pods", "v1")]);
        Assert.Equal(["z", "a b", "c"], Enumerable.Range(0, 3).Select(lane => Names(plan, Judge with { Lane = lane })));
    }

    [Fact]
    public void Entry_of_copies_is_called_for_the_comparisons_requests_only()
    {
        var entries = EntryRendering.Render(AdmissionPhase.Validate, EntryPlan.Of([Copy("a", "one"), Rule("z", "pods", "v1")]), WebhookTarget.OfUrl(new Uri("https://127.0.0.1:1")), []);
        Assert.Equal([false, true], entries.SkipLast(1).Select(entry => entry!["matchConditions"] is JsonArray conditions && conditions.Any(condition => (string)condition!["expression"]! == "'one' == request.name")));
    }

    [Theory]
    [InlineData("pods", WebhookFailurePolicy.Ignore, "")]
    [InlineData("pods/status", WebhookFailurePolicy.Fail, "not-a-mirror-pod")]
    [InlineData("persistentvolumeclaims", WebhookFailurePolicy.Fail, "")]
    [InlineData("services", WebhookFailurePolicy.Ignore, Control)]
    [InlineData("*", WebhookFailurePolicy.Ignore, Control)]
    [InlineData("*/*", WebhookFailurePolicy.Fail, Control + " not-a-mirror-pod")]
    public void Entry_leaves_out_what_it_could_be_called_for_and_no_more(string resource, WebhookFailurePolicy policy, string left)
    {
        var plan = EntryPlan.Of([Rule("a", "persistentvolumeclaims", "v1", spec => FailingAs(spec, policy)), Rule("b", resource, "v1", spec => FailingAs(spec, policy))]);

        var entry = EntryRendering.Render(AdmissionPhase.Validate, plan, WebhookTarget.OfUrl(new Uri("https://127.0.0.1:1")), [])[0]!;

        // The API keeps no empty list: one would look like a change by someone else for ever.
        Assert.DoesNotContain(entry.AsObject(), member => member.Value is JsonArray { Count: 0 });
        Assert.Equal(left, string.Join(' ', (entry["matchConditions"] as JsonArray ?? []).Select(condition => (string)condition!["name"]!)));
    }

    [Fact]
    public void Paths_and_names_of_entries_differ_and_lead_back()
    {
        WebhookEntry[] entries = [Judge, Judge with { Lane = 1 }, Judge with { FailurePolicy = WebhookFailurePolicy.Fail }, new(AdmissionPhase.Mutate, WebhookFailurePolicy.Fail, 63)];
        Assert.Equal(entries.Length, entries.Select(entry => entry.Name).Distinct().Count());
        Assert.Equal(entries, entries.Select(entry => WebhookEntry.OfPath(entry.Path)!.Value));
        Assert.Equal(("/validate/ignore/1", "validate-ignore-1.webhooks.daytwo.dev"), (entries[1].Path, entries[1].Name));
    }

    private static string Names(EntryPlan plan, WebhookEntry entry) => string.Join(' ', plan.Entries[entry].Select(rule => rule.Metadata.Name));

    private static AdmissionRuleSpec MustNotBeMissed(AdmissionRuleSpec spec) => FailingAs(spec, WebhookFailurePolicy.Fail);

    private static AdmissionRuleSpec FailingAs(AdmissionRuleSpec spec, WebhookFailurePolicy policy) => spec with { Webhook = new RuleWebhook { FailurePolicy = policy } };

    private static AdmissionRuleSpec Exact(AdmissionRuleSpec spec) => spec with { Match = spec.Match with { MatchPolicy = MatchPolicy.Exact } };

    private static AdmissionRule Copy(string name, string run)
    {
        var rule = Rule(name, "pods", "v1", spec => spec with { Match = spec.Match with { MatchConditions = [new RuleMatchCondition { Name = "run", Expression = $"'{run}' == request.name" }] } });
        return rule with { Metadata = new ObjectMeta { Name = name, Labels = new Dictionary<string, string> { [ComparedCopy.Label] = run } } };
    }

    private static AdmissionRule Rule(string name, string resource, string version, Func<AdmissionRuleSpec, AdmissionRuleSpec>? change = null)
    {
        var resources = new RuleResources { ApiGroups = [""], ApiVersions = [version], Resources = [resource], Operations = [AdmissionOperation.Create] };
        var spec = new AdmissionRuleSpec { Outlet = RuleOutlet.Webhook, Match = new RuleMatch { ResourceRules = [resources] }, Validations = [new RuleValidation { Expression = "true" }] };
        return new AdmissionRule { Metadata = new ObjectMeta { Name = name }, Spec = change is null ? spec : change(spec) };
    }
}
