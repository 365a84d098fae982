using Daytwo.Admission.Mutating;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks.Serving;
using Daytwo.Webhooks.Tests.Support;

namespace Daytwo.Webhooks.Tests.Serving;

public sealed class VerdictRecorderTests
{
    private static readonly DefaultNamespace Cluster = new();
    private static readonly TimeSpan Took = TimeSpan.FromMilliseconds(1);

    private readonly WallTime _time = new();
    private readonly MetricsRegistry _metrics = new();
    private readonly RecordedLog _log = new();
    private readonly VerdictRecorder _recorder;

    public VerdictRecorderTests() => _recorder = new VerdictRecorder(_time, _log);

    [Theory]
    [InlineData(RuleMode.Enforce, "denied")]
    [InlineData(RuleMode.Warn, "warned")]
    [InlineData(RuleMode.Audit, "audited")]
    [InlineData(RuleMode.Shadow, "shadowed")]
    public void Finding_is_counted_as_what_the_mode_makes_of_it(RuleMode mode, string counted)
    {
        Validate(Serve(SampleRules.FixedTags(mode)), SampleRules.Latest);

        Assert.Contains($"daytwo_rule_verdicts_total{{rule=\"fixed-tags\",outlet=\"webhook\",verdict=\"{counted}\"}} 1\n", _metrics.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_are_counted_for_the_status_of_the_rule()
    {
        var rule = Serve(SampleRules.FixedTags());
        Validate(rule, SampleRules.Latest);
        Validate(rule);

        Assert.Equal(new RuleCounters { Allowed = 1, Denied = 1 }, rule.Tally.Read()!.Counters);
    }

    [Fact]
    public void Expression_that_fails_is_counted_as_an_error()
    {
        var rule = Serve(SampleRules.Asking("object.spec.absent == 'x'"));
        Validate(rule);

        Assert.Equal(new RuleCounters { Errors = 1 }, rule.Tally.Read()!.Counters);
    }

    [Fact]
    public void What_a_policy_in_force_let_pass_and_the_webhook_would_not_is_a_difference()
    {
        var rule = Serve(SampleRules.FixedTags(outlet: RuleOutlet.Both));
        rule.PolicyInForce = true;
        Validate(rule, SampleRules.Latest);
        Validate(rule);

        var comparison = rule.Tally.Read()!.Comparison!;
        Assert.Equal((2, 1), (comparison.Requests, comparison.Differences));
        Assert.Equal(("CREATE pods default/web", "images need a fixed tag", _time.Now), (comparison.LastDifference!.Request, comparison.LastDifference.Webhook, comparison.LastDifference.At));
    }

    [Theory]
    [InlineData(RuleMode.Enforce, false)]
    [InlineData(RuleMode.Warn, true)]
    public void Nothing_is_compared_with_a_policy_that_is_not_in_force_or_lets_all_pass(RuleMode mode, bool inForce)
    {
        var rule = Serve(SampleRules.FixedTags(mode, RuleOutlet.Both));
        rule.PolicyInForce = inForce;
        Validate(rule, SampleRules.Latest);

        Assert.Null(rule.Tally.Read()!.Comparison);
    }

    [Fact]
    public void What_shadow_mode_let_pass_is_logged_once_in_ten_seconds_for_a_rule()
    {
        var rule = Serve(SampleRules.FixedTags(RuleMode.Shadow));
        Validate(rule);
        Assert.Empty(_log.Lines);

        Validate(rule, SampleRules.Latest);
        Validate(rule, SampleRules.Latest);
        Assert.Equal(["AdmissionRule fixed-tags in shadow mode would have refused CREATE of pods default/web: images need a fixed tag"], _log.Lines);

        _time.Now += TimeSpan.FromSeconds(10);
        Validate(rule, SampleRules.Latest);
        Assert.Equal(2, _log.Lines.Count);
    }

    [Fact]
    public void Change_is_counted()
    {
        var rule = Serve(SampleRules.Labels());
        Change(rule);

        Assert.Equal(new RuleCounters { Changed = 1 }, rule.Tally.Read()!.Counters);
        Assert.Contains("daytwo_rule_verdicts_total{rule=\"labels\",outlet=\"webhook\",verdict=\"changed\"} 1\n", _metrics.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Change_that_fails_is_counted_as_an_error()
    {
        var rule = Serve(SampleRules.Labels(expression: "[JSONPatch{op: 'remove', path: '/metadata/absent'}]"));
        Change(rule);

        Assert.Equal(new RuleCounters { Errors = 1 }, rule.Tally.Read()!.Counters);
    }

    [Theory]
    [InlineData("[JSONPatch{op: 'add', path: '/metadata/labels', value: {'seen': 'yes'}}]", 1)]
    [InlineData("has(object.metadata.labels) ? [JSONPatch{op: 'remove', path: '/metadata/labels'}] : []", 0)]
    public void What_a_policy_in_force_should_have_changed_is_a_difference(string expression, int differences)
    {
        var rule = Serve(SampleRules.Labels(RuleOutlet.Both, expression));
        rule.PolicyInForce = true;
        Change(rule);

        var comparison = rule.Tally.Read()!.Comparison!;
        Assert.Equal((1, differences, differences == 0 ? null : "it would still be changed"), (comparison.Requests, comparison.Differences ?? 0, comparison.LastDifference?.Webhook));
    }

    private void Validate(ServedRule rule, string image = "registry.example/app:1.2.3")
    {
        var request = SampleReviews.Request(SampleReviews.CreatePod(image));
        _recorder.Validated(rule, request, rule.Validating.Evaluate(request, Cluster), Took);
    }

    private void Change(ServedRule rule)
    {
        var (candidates, request) = (new Candidates([rule]), SampleReviews.Request(SampleReviews.CreatePod()));
        MutationVerdict Evaluate(MutatingPolicies policies) => policies.Evaluate(request, Cluster, SchemalessTypes.Instance, new Reinvocations());
        _recorder.Changed(candidates, request, Evaluate(candidates.Changing), Evaluate(candidates.Compared), Took);
    }

    private ServedRule Serve(AdmissionRule rule) => rule.Serve(_metrics);
}
