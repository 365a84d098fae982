using Daytwo.Crds;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Rules;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime;
using Daytwo.Runtime.Informers;
using Daytwo.Webhooks.Replicas;

namespace Daytwo.Webhooks.Serving;

/// <summary>Keeps the rules in force as the API has them: watches rules, exceptions and what expressions ask for, and loads at each change and whenever an exception ends.</summary>
internal sealed class RuleLoader : IDisposable
{
    /// <summary>A wall clock that was moved is noticed after that.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Informer<AdmissionRule> _rules;
    private readonly Informer<RuleException> _exceptions;
    private readonly Informer<RawObject> _namespaces;
    private readonly ParameterWatches _parameters;
    private readonly RuleCompiler _compiler;
    private readonly TimeProvider _time;
    private readonly Signal _signal = new();

    public RuleLoader(KubernetesClient client, RuntimeServices services)
    {
        _time = services.Time;
        _compiler = new RuleCompiler(new RuleMetrics(services.Metrics), services.Loggers.CreateLogger("Daytwo.Rules"));
        _rules = new Informer<AdmissionRule>(client, Kinds.AdmissionRules, services);
        _exceptions = new Informer<RuleException>(client, Kinds.RuleExceptions, services);
        _namespaces = new Informer<RawObject>(client, RawObject.Resource(Namespace.Resource.Type), services);
        _parameters = new ParameterWatches(client, services);
        Cluster = new ClusterView(client, _namespaces, _parameters);
        InForce = new RulesInForce(services.Metrics);
        _rules.Subscribe(change =>
        {
            if (!SaysTheSame(change))
            {
                _signal.Set();
            }
        });
        _exceptions.Subscribe(_ => _signal.Set());
    }

    public IReadOnlyList<IInformer> Informers => [_rules, _exceptions, _namespaces];

    /// <summary>What expressions see of the cluster.</summary>
    public ClusterView Cluster { get; }

    public RulesInForce InForce { get; }

    /// <summary>Loads until cancelled.</summary>
    public async Task Run(CancellationToken ct)
    {
        await Task.WhenAll(Informers.Select(informer => informer.WaitForSync(ct))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!ct.IsCancellationRequested)
        {
            await _signal.Wait(Load(), _time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _parameters.Dispose();

    /// <summary>Puts in force what is known now.</summary>
    /// <returns>After what time it is to be done again.</returns>
    private TimeSpan Load()
    {
        var wall = _time.GetUtcNow();
        var rules = _rules.Store.List().Where(EntryPlan.IsServed).ToList();
        _parameters.Follow(rules.Select(ParameterReference.Of).OfType<ParameterReference>(), _signal.Set);
        var next = _compiler.Load(rules, _exceptions.Store.List(), wall);
        InForce.Put(rules, _compiler.Loaded, _parameters.IsSynced);
        return next - wall is { } left && left < Longest ? left : Longest;
    }

    /// <summary>The operator writes what we count into the status all the time; nothing need be done about that.</summary>
    private static bool SaysTheSame(Change<AdmissionRule> change) => change is { Before: { } before, After: { } after }
        && before.Metadata.Uid == after.Metadata.Uid && before.Metadata.Generation == after.Metadata.Generation && PolicyProof.DigestOf(before) == PolicyProof.DigestOf(after);
}
