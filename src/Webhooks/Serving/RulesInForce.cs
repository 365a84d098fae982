using Daytwo.Crds;
using Daytwo.Crds.Admission.Status;
using Daytwo.Rules;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks.Replicas;

namespace Daytwo.Webhooks.Serving;

/// <summary>The rules that requests are judged by, and what is told of them. All change at once; read from any thread, put by one.</summary>
internal sealed class RulesInForce : ILoadedRules
{
    private Action? _changed;
    private volatile RuleIndex _index = new(EntryPlan.Of([]), new Dictionary<string, ServedRule>());
    private volatile EntryPlan? _plan;
    private volatile IReadOnlyDictionary<string, string> _digests = new Dictionary<string, string>();
    private volatile IReadOnlyList<ServedRule> _served = [];

    public RulesInForce(MetricsRegistry metrics)
    {
        metrics.Gauge("daytwo_rules_loaded", "Rules in force in an outlet.", "outlet").With(RuleMetrics.Outlet).ReadFrom(() => _digests.Values.Count(IsLoaded));
        metrics.Gauge("daytwo_rules_not_loaded", "Rules of an outlet that cannot be put in force.", "outlet").With(RuleMetrics.Outlet).ReadFrom(() => _digests.Values.Count(digest => !IsLoaded(digest)));
    }

    public RuleIndex Index => _index;

    public EntryPlan? Plan => _plan;

    public IReadOnlyDictionary<string, string> Digests => _digests;

    public IReadOnlyDictionary<string, RuleTraffic> Traffic => _served
        .Select(rule => (rule.Name, Traffic: rule.Tally.Read()))
        .Where(rule => rule.Traffic is not null)
        .ToDictionary(rule => rule.Name, rule => rule.Traffic!, StringComparer.Ordinal);

    public void Subscribe(Action changed) => _changed += changed;

    /// <summary>Why not every rule is loaded; null when all are, or have been refused for good.</summary>
    public string? Unready() => _plan is null ? "the rules were not read yet"
        : _digests.FirstOrDefault(digest => digest.Value == ReplicaReport.Waiting) is { Key: { } waiting } ? $"the parameters of {waiting} were not read yet" : null;

    /// <param name="rules">As the API has them: entries follow the rules as they are now, served or not.</param>
    /// <param name="loaded">What came of each.</param>
    /// <param name="isSynced">Whether parameters are known.</param>
    public void Put(IEnumerable<AdmissionRule> rules, IReadOnlyDictionary<string, LoadedRule> loaded, Func<ParameterReference, bool> isSynced)
    {
        var plan = EntryPlan.Of(rules);
        var digests = loaded.ToDictionary(rule => rule.Key, rule => rule.Value.Told(isSynced), StringComparer.Ordinal);
        _index = new RuleIndex(plan, loaded.Where(rule => rule.Value.Served is not null).ToDictionary(rule => rule.Key, rule => rule.Value.Served!));
        _served = [.. loaded.Values.Select(rule => rule.Served).OfType<ServedRule>()];
        (_digests, _plan) = (digests, plan);
        _changed?.Invoke();
    }

    private static bool IsLoaded(string digest) => !digest.StartsWith(ReplicaReport.NotLoaded, StringComparison.Ordinal);
}
