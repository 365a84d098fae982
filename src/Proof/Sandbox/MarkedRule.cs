using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Sandbox;

/// <summary>A rule under another name that is about marked requests only.</summary>
public sealed record MarkedRule(AdmissionRule Rule, IReadOnlyList<RuleException> Exceptions)
{
    /// <param name="name">At most 63 characters, as rules' names.</param>
    /// <param name="marks">Whose requests it is about.</param>
    public static MarkedRule Of(AdmissionRule rule, IEnumerable<RuleException> exceptions, string name, RuleMode mode, RuleOutlet outlet, params IReadOnlyList<Mark> marks)
    {
        var match = rule.Spec.Match;
        var marked = rule with
        {
            Metadata = new ObjectMeta { Name = name },
            Spec = rule.Spec with
            {
                Mode = mode,
                Outlet = outlet,
                Match = match with { MatchConditions = [Mark.Condition(marks), .. match.MatchConditions ?? []] },
                // A dead webhook must be seen as one, not as a rule that lets everything pass.
                Webhook = (rule.Spec.Webhook ?? new RuleWebhook()) with { FailurePolicy = WebhookFailurePolicy.Fail },
            },
            Status = new(),
        };
        return new MarkedRule(marked, [.. exceptions.Where(exception => exception.Spec.Rules.Contains(rule.Metadata.Name))
            .Select(exception => exception with { Spec = exception.Spec with { Rules = [name] } })]);
    }
}
