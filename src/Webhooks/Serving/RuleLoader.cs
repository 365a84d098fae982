using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Rules;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime;
using Daytwo.Runtime.Informers;
using Daytwo.Webhooks.Replicas;
using Microsoft.Extensions.Logging;

namespace Daytwo.Webhooks.Serving;

/// <summary>
/// Keeps the rules in force as the API has them: renders each with its exceptions, compiles what changed, and puts the whole in force at
/// once. A rule that cannot be compiled is told of and stays in force as it was; it never holds up the others.
/// </summary>
internal sealed class RuleLoader : ILoadedRules, IDisposable
{
    /// <summary>Annotations of an object share 256 KiB.</summary>
    private const int LongestProblem = 300;

    /// <summary>A wall clock that was moved is noticed after that.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Informer<AdmissionRule> _rules;
    private readonly Informer<RuleException> _exceptions;
    private readonly Informer<RawObject> _namespaces;
    private readonly ParameterWatches _parameters;
    private readonly RuleMetrics _metrics;
    private readonly RuntimeServices _services;
    private readonly ILogger _logger;
    private readonly Signal _signal = new();
    private readonly Dictionary<string, Loaded> _loaded = new(StringComparer.Ordinal);
    private Action? _changed;
    private volatile RuleIndex _index = new(EntryPlan.Of([]), new Dictionary<string, ServedRule>());
    private volatile EntryPlan? _plan;
    private volatile IReadOnlyDictionary<string, string> _digests = new Dictionary<string, string>();
    private volatile IReadOnlyList<ServedRule> _served = [];

    public RuleLoader(KubernetesClient client, RuntimeServices services)
    {
        _services = services;
        _logger = services.Loggers.CreateLogger("Daytwo.Rules");
        _metrics = new RuleMetrics(services.Metrics);
        _rules = new Informer<AdmissionRule>(client, Kinds.AdmissionRules, services);
        _exceptions = new Informer<RuleException>(client, Kinds.RuleExceptions, services);
        _namespaces = new Informer<RawObject>(client, RawObject.Resource(Namespace.Resource.Type), services);
        _parameters = new ParameterWatches(client, services);
        Cluster = new ClusterView(client, _namespaces, _parameters);
        _rules.Subscribe(change =>
        {
            if (!SaysTheSame(change))
            {
                _signal.Set();
            }
        });
        _exceptions.Subscribe(_ => _signal.Set());
        services.Metrics.Gauge("daytwo_rules_loaded", "Rules in force in an outlet.", "outlet").With(RuleMetrics.Outlet).ReadFrom(() => _digests.Values.Count(IsLoaded));
        services.Metrics.Gauge("daytwo_rules_not_loaded", "Rules of an outlet that cannot be put in force.", "outlet").With(RuleMetrics.Outlet).ReadFrom(() => _digests.Values.Count(digest => !IsLoaded(digest)));
    }

    public IReadOnlyList<IInformer> Informers => [_rules, _exceptions, _namespaces];

    /// <summary>What expressions see of the cluster.</summary>
    public ClusterView Cluster { get; }

    /// <summary>The rules in force now.</summary>
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

    /// <summary>Loads until cancelled.</summary>
    public async Task Run(CancellationToken ct)
    {
        await Task.WhenAll(Informers.Select(informer => informer.WaitForSync(ct))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!ct.IsCancellationRequested)
        {
            await _signal.Wait(Load(), _services.Time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _parameters.Dispose();

    /// <summary>Puts in force what is known now.</summary>
    /// <returns>When an exception ends, so that it is to be done again.</returns>
    private TimeSpan Load()
    {
        var wall = _services.Time.GetUtcNow();
        var (rules, exceptions) = (_rules.Store.List().Where(EntryPlan.IsServed).ToList(), _exceptions.Store.List());
        _parameters.Follow(rules.Select(ParameterReference.Of).OfType<ParameterReference>(), _signal.Set);
        var next = wall + Longest;
        foreach (var rule in rules)
        {
            var rendered = RuleRenderer.Render(rule, exceptions, wall);
            next = rendered.Exceptions.NextExpiry < next ? rendered.Exceptions.NextExpiry.Value : next;
            Take(rule, rendered, wall);
        }

        foreach (var gone in _loaded.Keys.Except(rules.Select(rule => rule.Metadata.Name)).ToList())
        {
            _loaded.Remove(gone);
            _metrics.Remove(gone);
        }

        PutInForce(rules);
        return next > wall ? next - wall : TimeSpan.Zero;
    }

    /// <summary>Compiles a rule when it differs from what is loaded.</summary>
    private void Take(AdmissionRule rule, RenderedRule rendered, DateTimeOffset wall)
    {
        var (name, digest) = (rule.Metadata.Name, RuleDigest.Of(rendered));
        // A rule that was deleted and made anew under its name is another one.
        var before = _loaded.GetValueOrDefault(name) is { } known && known.Uid == rule.Metadata.Uid ? known : null;
        if (before is not null && before.Digest == digest && before.Generation == rule.Metadata.Generation)
        {
            Compare(rule, before);
            return;
        }

        var problem = rendered.Findings.FirstOrDefault(finding => finding.Level == FindingLevel.Error) is { } finding ? $"{finding.Field}: {finding.Message}" : null;
        var served = problem is null ? ServedRule.Compile(rule, rendered, _metrics, Tally(rule, before?.Served, wall), out problem) : null;
        // As with policies, what cannot be served leaves the last good in force.
        _loaded[name] = new Loaded(rule.Metadata.Uid, rule.Metadata.Generation, digest, served ?? before?.Served, problem, ParameterReference.Of(rule));
        Compare(rule, _loaded[name]);
        if (problem is null)
        {
            _logger.Loaded(name, digest);
        }
        else
        {
            _logger.NotLoaded(name, problem);
        }
    }

    private void PutInForce(IEnumerable<AdmissionRule> rules)
    {
        var plan = EntryPlan.Of(rules);
        var digests = _loaded.ToDictionary(rule => rule.Key, rule => Told(rule.Value), StringComparer.Ordinal);
        _index = new RuleIndex(plan, _loaded.Where(rule => rule.Value.Served is not null).ToDictionary(rule => rule.Key, rule => rule.Value.Served!));
        _served = [.. _loaded.Values.Select(rule => rule.Served).OfType<ServedRule>()];
        (_digests, _plan) = (digests, plan);
        _changed?.Invoke();
    }

    private string Told(Loaded rule) => rule.Problem is { } problem ? ReplicaReport.NotLoadedFor(problem.Length <= LongestProblem ? problem : problem[..LongestProblem] + "…", rule.Served is not null)
        : rule.Parameters is { } parameters && !_parameters.IsSynced(parameters) ? ReplicaReport.Waiting : rule.Digest;

    /// <summary>Counting goes on when only exceptions change, and begins anew with the rule.</summary>
    private static RuleTally Tally(AdmissionRule rule, ServedRule? before, DateTimeOffset wall) =>
        before?.Tally is { } tally && tally.Generation == rule.Metadata.Generation ? tally : new RuleTally(rule.Metadata.Generation, wall);

    private static void Compare(AdmissionRule rule, Loaded loaded)
    {
        if (loaded.Served is { } served)
        {
            // What stays in force as it was is no longer what the policy says.
            served.PolicyInForce = loaded.Problem is null && rule.Spec.Outlet == RuleOutlet.Both && PolicyDigest(rule) == loaded.Digest;
        }
    }

    /// <summary>What the operator has seen in force; null while it has not.</summary>
    private static string? PolicyDigest(AdmissionRule rule) =>
        rule.Status.Conditions?.Any(condition => condition is { Type: ConditionTypes.PolicyReady, Status: "True" }) == true ? rule.Status.Policy?.Digest : null;

    /// <summary>The operator writes what we count into the status all the time; nothing need be done about that.</summary>
    private static bool SaysTheSame(Change<AdmissionRule> change) => change is { Before: { } before, After: { } after }
        && before.Metadata.Uid == after.Metadata.Uid && before.Metadata.Generation == after.Metadata.Generation && PolicyDigest(before) == PolicyDigest(after);

    private static bool IsLoaded(string digest) => !digest.StartsWith(ReplicaReport.NotLoaded, StringComparison.Ordinal);

    private sealed record Loaded(string Uid, long Generation, string Digest, ServedRule? Served, string? Problem, ParameterReference? Parameters);
}
