using System.Text;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks.Reviews;
using Daytwo.Webhooks.Serving;
using Daytwo.Webhooks.Tests.Support;

namespace Daytwo.Webhooks.Tests.Serving;

public sealed class RequestJudgeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly WallTime _time = new();
    private readonly MetricsRegistry _metrics = new();
    private readonly RecordedLog _log = new();
    private readonly RequestJudge _judge;

    public RequestJudgeTests() => _judge = new RequestJudge(new DefaultNamespace(), new VerdictRecorder(_time, _log), _time);

    [Fact]
    public void Request_that_a_rule_has_nothing_against_passes() => Assert.Same(Verdict.Pass, Judge(AdmissionPhase.Validate, SampleReviews.CreatePod(), Serve(SampleRules.FixedTags())));

    [Fact]
    public void Enforced_rule_refuses_in_its_name()
    {
        var verdict = Judge(AdmissionPhase.Validate, Refused, Serve(SampleRules.FixedTags()));

        Assert.Equal("AdmissionRule 'fixed-tags' denied request: images need a fixed tag", verdict.Refusal!.Message);
    }

    [Fact]
    public void Warning_rule_warns_and_lets_pass()
    {
        var verdict = Judge(AdmissionPhase.Validate, Refused, Serve(SampleRules.FixedTags(RuleMode.Warn)));

        Assert.Null(verdict.Refusal);
        Assert.Equal(["Validation failed for AdmissionRule 'fixed-tags': images need a fixed tag"], verdict.Warnings);
    }

    [Fact]
    public void Rule_in_shadow_says_nothing_to_the_client() => Assert.Same(Verdict.Pass, Judge(AdmissionPhase.Validate, Refused, Serve(SampleRules.FixedTags(RuleMode.Shadow))));

    [Theory]
    [InlineData(RuleMode.Warn, true, true)]
    [InlineData(RuleMode.Warn, false, false)]
    [InlineData(RuleMode.Enforce, true, false)]
    public void What_is_said_is_put_beside_what_the_policy_says_where_both_go_to_the_audit_log(RuleMode mode, bool inForce, bool noted)
    {
        var rule = Serve(SampleRules.FixedTags(mode, RuleOutlet.Both));
        rule.PolicyInForce = inForce;

        Assert.Equal(noted, Judge(AdmissionPhase.Validate, Refused, rule).AuditAnnotations.Any(annotation => annotation.Key == LoggedVerdicts.Key));
    }

    [Fact]
    public void Every_rule_that_refuses_is_named()
    {
        var verdict = Judge(AdmissionPhase.Validate, Refused, Serve(SampleRules.FixedTags()), Serve(SampleRules.Asking("false")));

        Assert.Equal("AdmissionRule 'fixed-tags' denied request: images need a fixed tag; AdmissionRule 'asking' denied request: no", verdict.Refusal!.Message);
    }

    [Fact]
    public void Rule_that_changes_answers_a_patch()
    {
        var verdict = Judge(AdmissionPhase.Mutate, SampleReviews.CreatePod(), Serve(SampleRules.Labels()));

        Assert.Equal("""[{"op":"add","path":"/metadata/labels","value":{"seen":"yes"}}]""", Encoding.UTF8.GetString(verdict.Patch.Span));
    }

    [Fact]
    public void Rule_whose_policy_changes_answers_none() => Assert.True(Judge(AdmissionPhase.Mutate, SampleReviews.CreatePod(), Serve(SampleRules.Labels(RuleOutlet.Both))).Patch.IsEmpty);

    [Fact]
    public void Change_that_fails_refuses_in_the_name_of_the_rule()
    {
        var verdict = Judge(AdmissionPhase.Mutate, SampleReviews.CreatePod(), Serve(SampleRules.Labels(expression: "[JSONPatch{op: 'remove', path: '/metadata/absent'}]")));

        Assert.StartsWith("AdmissionRule 'labels' could not change the object: ", verdict.Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AdmissionPhase.Validate)]
    [InlineData(AdmissionPhase.Mutate)]
    public void Verdict_that_would_come_too_late_is_none_and_is_not_counted(AdmissionPhase phase)
    {
        var rule = Serve(phase == AdmissionPhase.Validate ? SampleRules.FixedTags() : SampleRules.Labels());

        Assert.ThrowsAny<OperationCanceledException>(() => _judge.Judge(phase, new Candidates([rule]), SampleReviews.Request(Refused), TimeSpan.FromSeconds(-1)));

        Assert.Null(rule.Tally.Read());
    }

    private static string Refused => SampleReviews.CreatePod(SampleRules.Latest);

    private Verdict Judge(AdmissionPhase phase, string review, params ServedRule[] rules) => _judge.Judge(phase, new Candidates(rules), SampleReviews.Request(review), Patience);

    private ServedRule Serve(AdmissionRule rule) => rule.Serve(_metrics);
}
