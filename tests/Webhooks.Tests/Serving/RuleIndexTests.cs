using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks.Reviews;
using Daytwo.Webhooks.Serving;

namespace Daytwo.Webhooks.Tests.Serving;

public sealed class RuleIndexTests
{
    private static readonly WebhookEntry Judge = new(AdmissionPhase.Validate, WebhookFailurePolicy.Ignore);

    [Theory]
    [InlineData("", "v1", "pods", "", "CREATE", "any pods")]
    [InlineData("", "v1", "pods", "", "DELETE", "any")]
    [InlineData("", "v1", "pods", "status", "CREATE", "any")]
    [InlineData("", "v1", "pods", "exec", "CONNECT", "any exec")]
    [InlineData("", "v2", "pods", "", "CREATE", "any")]
    [InlineData("apps", "v1", "deployments", "", "CREATE", "any")]
    public void Candidates_are_those_whose_resources_versions_and_operations_fit(string group, string version, string resource, string subresource, string operation, string names)
    {
        var index = Index(Rule("pods", "pods", AdmissionOperation.Create), Rule("exec", "pods/exec", AdmissionOperation.Connect), Rule("any", "*/*", AdmissionOperation.Any, "*", "*"));
        Assert.Equal(names, Names(index.Find(Judge with { Lane = 0 }, Review(group, version, resource, subresource, operation)), index, group, version, resource, subresource, operation));
    }

    [Fact]
    public void Exact_rule_does_not_concern_a_converted_request()
    {
        var rule = Rule("pods", "pods", AdmissionOperation.Create);
        var index = Index(rule with { Spec = rule.Spec with { Match = rule.Spec.Match with { MatchPolicy = MatchPolicy.Exact } } });
        var review = Review("", "v1", "pods", "", "CREATE");
        Assert.Single(index.Find(Judge, review).Rules);
        Assert.Empty(index.Find(Judge, review with { RequestResource = new ReviewResource("", "v1beta1", "pods", "") }).Rules);
    }

    [Fact]
    public void Other_entry_has_other_rules() =>
        Assert.Empty(Index(Rule("pods", "pods", AdmissionOperation.Create)).Find(Judge with { FailurePolicy = WebhookFailurePolicy.Fail }, Review("", "v1", "pods", "", "CREATE")).Rules);

    /// <summary>A rule with other versions of a resource has a lane of its own, so all lanes are asked, as apiservers do.</summary>
    private static string Names(Candidates first, RuleIndex index, string group, string version, string resource, string subresource, string operation) => string.Join(' ', first.Rules
        .Concat(index.Find(Judge with { Lane = 1 }, Review(group, version, resource, subresource, operation)).Rules).Select(rule => rule.Name).Order(StringComparer.Ordinal)
        .OrderBy(name => name == "any" ? 0 : 1));

    private static RuleIndex Index(params AdmissionRule[] rules)
    {
        var metrics = new RuleMetrics(new MetricsRegistry());
        return new RuleIndex(EntryPlan.Of(rules), rules.ToDictionary(
            rule => rule.Metadata.Name,
            rule => ServedRule.Compile(rule, RuleRenderer.Render(rule, [], DateTimeOffset.UnixEpoch), metrics, new RuleTally(1, DateTimeOffset.UnixEpoch), out _)!));
    }

    private static Review Review(string group, string version, string resource, string subresource, string operation)
    {
        var asked = new ReviewResource(group, version, resource, subresource);
        return new Review { Request = default, Uid = default, Resource = asked, RequestResource = asked, Operation = operation };
    }

    private static AdmissionRule Rule(string name, string resource, AdmissionOperation operation, string group = "", string version = "v1") => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Spec = new AdmissionRuleSpec
        {
            Outlet = RuleOutlet.Webhook,
            Match = new RuleMatch { ResourceRules = [new RuleResources { ApiGroups = [group], ApiVersions = [version], Resources = [resource], Operations = [operation] }] },
            Validations = [new RuleValidation { Expression = "true", Message = "m" }],
        },
    };
}
