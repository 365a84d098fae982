using Daytwo.Crds;
using Daytwo.Crds.Admission;

namespace Daytwo.Rules.Webhooks;

/// <summary>
/// Which entry of the webhook configurations serves which rule; pure, so that the writer of the configurations and every server come
/// to the same plan.
/// </summary>
/// <remarks>
/// Rules share an entry unless one entry cannot serve them both: when they name different versions of one resource, for the apiserver
/// converts a request to one version for an entry; when they differ in reinvocation; when one is a copy for a comparison
/// (<see cref="ComparedCopy"/>) and the other is not of the same.
/// </remarks>
public sealed class EntryPlan
{
    private readonly Dictionary<WebhookEntry, List<AdmissionRule>> _entries;

    private EntryPlan(Dictionary<WebhookEntry, List<AdmissionRule>> entries) => _entries = entries;

    /// <summary>The entries there are, each with its rules by name.</summary>
    public IReadOnlyDictionary<WebhookEntry, IReadOnlyList<AdmissionRule>> Entries => _entries.ToDictionary(e => e.Key, e => (IReadOnlyList<AdmissionRule>)e.Value);

    /// <param name="rules">Any rules; those of other outlets are passed over.</param>
    public static EntryPlan Of(IEnumerable<AdmissionRule> rules)
    {
        var entries = new Dictionary<WebhookEntry, List<AdmissionRule>>();
        // Copies come last, so that the rules in force stay in their lanes while a comparison comes and goes.
        foreach (var rule in rules.Where(IsServed).OrderBy(rule => ComparedCopy.Condition(rule) is not null).ThenBy(rule => rule.Metadata.Name, StringComparer.Ordinal))
        {
            foreach (var phase in Phases(rule.Spec))
            {
                Place(entries, phase, rule);
            }
        }

        return new EntryPlan(entries);
    }

    /// <summary>Whether a webhook serves the rule.</summary>
    public static bool IsServed(AdmissionRule rule) => rule.Spec.Outlet is RuleOutlet.Webhook or RuleOutlet.Both;

    /// <summary>The phases in which a rule does something.</summary>
    public static IEnumerable<AdmissionPhase> Phases(AdmissionRuleSpec spec)
    {
        if (spec.Mutations is { Count: > 0 } && spec.Mode == RuleMode.Enforce)
        {
            yield return AdmissionPhase.Mutate;
        }

        if (spec.Validations is { Count: > 0 } || spec.AuditAnnotations is { Count: > 0 })
        {
            yield return AdmissionPhase.Validate;
        }
    }

    /// <summary>A rule that refuses nothing must not make the API refuse when nobody answers.</summary>
    public static WebhookFailurePolicy PolicyOf(AdmissionRuleSpec spec) =>
        spec.Mode == RuleMode.Enforce ? spec.Webhook?.FailurePolicy ?? WebhookFailurePolicy.Ignore : WebhookFailurePolicy.Ignore;

    private static void Place(Dictionary<WebhookEntry, List<AdmissionRule>> entries, AdmissionPhase phase, AdmissionRule rule)
    {
        for (var entry = new WebhookEntry(phase, PolicyOf(rule.Spec)); ; entry = entry with { Lane = entry.Lane + 1 })
        {
            if (!entries.TryGetValue(entry, out var there))
            {
                entries.Add(entry, [rule]);
                return;
            }

            if (there.All(other => Together(phase, other, rule)))
            {
                there.Add(rule);
                return;
            }
        }
    }

    private static bool Together(AdmissionPhase phase, AdmissionRule one, AdmissionRule other) =>
        ComparedCopy.Condition(one)?.Expression == ComparedCopy.Condition(other)?.Expression && Together(phase, one.Spec, other.Spec);

    private static bool Together(AdmissionPhase phase, AdmissionRuleSpec one, AdmissionRuleSpec other) =>
        (phase == AdmissionPhase.Validate || one.ReinvocationPolicy == other.ReinvocationPolicy)
        && ((one.Match.MatchPolicy == MatchPolicy.Exact && other.Match.MatchPolicy == MatchPolicy.Exact)
            || one.Match.ResourceRules.All(a => other.Match.ResourceRules.All(b => a.ApiVersions.ToHashSet().SetEquals(b.ApiVersions) || !Overlap(a, b))));

    private static bool Overlap(RuleResources one, RuleResources other) =>
        one.ApiGroups.Any(a => other.ApiGroups.Any(b => a == b || a == "*" || b == "*"))
        && one.Resources.Any(a => other.Resources.Any(b => Overlap(a, b)));

    /// <summary>Whether two patterns can mean one resource; says yes rather than no.</summary>
    private static bool Overlap(string one, string other)
    {
        var (a, b) = (one.Split('/'), other.Split('/'));
        return Overlap(a, b, 0) && Overlap(a, b, 1);

        static bool Overlap(string[] a, string[] b, int part)
        {
            var (x, y) = (a.ElementAtOrDefault(part), b.ElementAtOrDefault(part));
            return x == y || x == "*" || y == "*";
        }
    }
}
