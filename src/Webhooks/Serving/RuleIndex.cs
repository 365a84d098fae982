using System.Collections.Concurrent;
using Daytwo.Crds.Admission;
using Daytwo.Rules.Webhooks;
using Daytwo.Webhooks.Reviews;

namespace Daytwo.Webhooks.Serving;

/// <summary>
/// The rules in force, found by what a request is about: a rule whose resources, versions, operations or entry are others costs nothing.
/// Immutable but for what it has learnt; safe from any thread.
/// </summary>
internal sealed class RuleIndex
{
    /// <summary>So many kinds of request are remembered; there are some hundred in a large cluster, and callers could make up any number.</summary>
    private const int MostRemembered = 4096;

    private readonly Dictionary<WebhookEntry, ServedRule[]> _entries;
    private readonly ConcurrentDictionary<Asked, Candidates> _candidates = new();

    public RuleIndex(EntryPlan plan, IReadOnlyDictionary<string, ServedRule> rules) => _entries = plan.Entries.ToDictionary(
        entry => entry.Key,
        entry => entry.Value.Select(rule => rules.GetValueOrDefault(rule.Metadata.Name)).OfType<ServedRule>().ToArray());

    /// <summary>The rules that may concern a request, by name; selectors and conditions decide.</summary>
    public Candidates Find(WebhookEntry entry, Review review)
    {
        var asked = new Asked(entry, review.Resource, review.RequestResource == review.Resource, review.Operation);
        if (_candidates.TryGetValue(asked, out var known))
        {
            return known;
        }

        ServedRule[] concerned = _entries.TryGetValue(entry, out var rules) ? Array.FindAll(rules, rule => Concerns(rule.Spec.Match, asked)) : [];
        var found = concerned is [] ? Candidates.None : new Candidates(concerned);
        if (_candidates.Count < MostRemembered)
        {
            _candidates.TryAdd(asked, found);
        }

        return found;
    }

    private static bool Concerns(RuleMatch match, in Asked asked)
    {
        if (match.MatchPolicy == MatchPolicy.Exact && !asked.AsSent)
        {
            return false;
        }

        foreach (var rule in match.ResourceRules)
        {
            if (Has(rule.ApiGroups, asked.Resource.Group) && Has(rule.ApiVersions, asked.Resource.Version) && Operates(rule, asked.Operation) && HasResource(rule, asked.Resource))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(IReadOnlyList<string> allowed, string wanted) => allowed.Contains("*") || allowed.Contains(wanted);

    private static bool Operates(RuleResources rule, string operation) =>
        rule.Operations.Any(allowed => allowed == AdmissionOperation.Any || string.Equals(allowed.ToString(), operation, StringComparison.OrdinalIgnoreCase));

    private static bool HasResource(RuleResources rule, ReviewResource resource) => rule.Resources.Any(pattern => pattern.Split('/') switch
    {
        [var name, var below] => (name == "*" || name == resource.Resource) && (below == "*" || below == resource.Subresource),
        [var name] => (name == "*" || name == resource.Resource) && resource.Subresource.Length == 0,
        _ => false,
    });

    private readonly record struct Asked(WebhookEntry Entry, ReviewResource Resource, bool AsSent, string Operation);
}
