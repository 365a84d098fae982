using Daytwo.Admission.Mutating;
using Daytwo.Crds.Admission;
using Daytwo.Rules;

namespace Daytwo.Webhooks.Serving;

/// <summary>The rules that may concern one kind of request.</summary>
internal sealed class Candidates(ServedRule[] rules)
{
    public static Candidates None { get; } = new([]);

    /// <summary>By name.</summary>
    public ServedRule[] Rules { get; } = rules;

    /// <summary>Those whose changes are answered, as one set: they see each other's changes.</summary>
    public MutatingPolicies Changing { get; } = Set(rules, RuleOutlet.Webhook);

    /// <summary>Those whose changes the apiserver has made already: what is left to change is a difference between the outlets.</summary>
    public MutatingPolicies Compared { get; } = Set(rules, RuleOutlet.Both);

    /// <summary>The rule that a policy was rendered from; null for a policy of none of them.</summary>
    public ServedRule? Find(string policy) => Array.Find(Rules, rule => PolicyName.Of(rule.Name) == policy);

    private static MutatingPolicies Set(ServedRule[] rules, RuleOutlet outlet) =>
        new(rules.Where(rule => rule.Spec.Outlet == outlet).Select(rule => rule.Mutating).OfType<MutatingPolicy>());
}
