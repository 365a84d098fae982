using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Sandbox;

/// <summary>A rule under another name that is about marked requests only.</summary>
public sealed record MarkedRule(AdmissionRule Rule, IReadOnlyList<RuleException> Exceptions)
{
    /// <param name="name">At most 63 characters, as rules' names.</param>
    /// <param name="run">The run it belongs to: a webhook is called for its requests only (<see cref="Rules.Webhooks.ComparedCopy"/>).</param>
    /// <param name="mark">Whose requests it is about.</param>
    /// <remarks>Unless said otherwise with <see cref="Unanswered"/>, a webhook that does not answer refuses: it must be seen, not be taken for a rule that lets everything pass.</remarks>
    public static MarkedRule Of(AdmissionRule rule, IEnumerable<RuleException> exceptions, string name, RuleMode mode, RuleOutlet outlet, RunMarks run, Mark mark)
    {
        var match = rule.Spec.Match;
        var marked = rule with
        {
            Metadata = new ObjectMeta { Name = name },
            Spec = rule.Spec with
            {
                Mode = mode,
                Outlet = outlet,
                Match = match with { MatchConditions = [run.Condition(), mark.Condition(), .. match.MatchConditions ?? []] },
                Webhook = (rule.Spec.Webhook ?? new RuleWebhook()) with { FailurePolicy = WebhookFailurePolicy.Fail },
            },
            Status = new(),
        };
        return new MarkedRule(marked, [.. exceptions.Where(exception => exception.Spec.Rules.Contains(rule.Metadata.Name))
            .Select(exception => exception with { Spec = exception.Spec with { Rules = [name] } })]);
    }

    /// <summary>The same, with what becomes of requests that a webhook does not answer.</summary>
    public MarkedRule Unanswered(WebhookFailurePolicy policy) =>
        this with { Rule = Rule with { Spec = Rule.Spec with { Webhook = (Rule.Spec.Webhook ?? new RuleWebhook()) with { FailurePolicy = policy } } } };
}
