using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Proof.Replaying;
using Daytwo.Proof.Sandbox;

namespace Daytwo.Proof.Drills;

/// <summary>An outlet put in force alone: a webhook is called for every request of its kind, whomever its rules are about, and would be part of the others.</summary>
/// <param name="Outlet">Where the rule to drill is.</param>
/// <param name="Budget">Where the rule that costs too much is: each outlet under a mark of its own.</param>
internal sealed record DrillSetup(DrillOutlet Outlet, params IReadOnlyList<DrillOutlet> Budget)
{
    public static IReadOnlyList<DrillSetup> All { get; } =
    [
        new(DrillOutlet.Policy, DrillOutlet.Policy, DrillOutlet.PolicyFailOpen),
        new(DrillOutlet.WebhookFailOpen, DrillOutlet.WebhookFailOpen),
        new(DrillOutlet.WebhookFailClosed, DrillOutlet.WebhookFailClosed),
    ];

    private RuleOutlet Served => Outlet == DrillOutlet.Policy ? RuleOutlet.Policy : RuleOutlet.Webhook;

    private WebhookFailurePolicy Unanswered => Outlet == DrillOutlet.WebhookFailOpen ? WebhookFailurePolicy.Ignore : WebhookFailurePolicy.Fail;

    /// <summary>The mark of requests that concern the rule to drill.</summary>
    public Mark Mark(RunMarks run) => run.Of($"d-{Outlet}".ToLowerInvariant());

    /// <summary>The mark of requests that concern the rule that costs too much.</summary>
    public static Mark BudgetMark(RunMarks run, DrillOutlet outlet) => run.Of($"b-{outlet}".ToLowerInvariant());

    public Canary Canary(RunMarks run) => new(run, $"{Outlet}-".ToLowerInvariant(), Served, Unanswered);

    /// <summary>The rules to put in force, the canary's last.</summary>
    public IEnumerable<MarkedRule> Rules(RunMarks run, AdmissionRule rule, IReadOnlyList<RuleException> exceptions)
    {
        yield return Marked(run, rule, exceptions, Mark(run));
        foreach (var outlet in Budget)
        {
            var open = outlet is DrillOutlet.PolicyFailOpen or DrillOutlet.WebhookFailOpen;
            yield return Marked(run, BudgetRule.Rule(open ? FailurePolicy.Ignore : FailurePolicy.Fail), [], BudgetMark(run, outlet));
        }

        yield return Canary(run).Rule;
    }

    private MarkedRule Marked(RunMarks run, AdmissionRule rule, IReadOnlyList<RuleException> exceptions, Mark mark) =>
        MarkedRule.Of(rule, exceptions, mark.Manager, RuleMode.Enforce, Served, run, mark).Unanswered(Unanswered);
}
