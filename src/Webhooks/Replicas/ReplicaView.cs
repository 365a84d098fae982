using System.Text.Json.Nodes;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime;
using Daytwo.Runtime.Informers;
using Daytwo.Webhooks.Configurations;

namespace Daytwo.Webhooks.Replicas;

/// <summary>What a replica sees of the others and of the configurations: cached, a hint.</summary>
internal sealed class ReplicaView
{
    private readonly Informer<Lease> _leases;
    private readonly Dictionary<AdmissionPhase, Informer<DynamicObject>> _configurations;

    public ReplicaView(KubernetesClient client, string ns, RuntimeServices services)
    {
        _leases = new Informer<Lease>(client, Lease.Resource, services, new InformerOptions { Namespace = ns, LabelSelector = ReplicaReport.LabelSelector });
        var byName = new InformerOptions { FieldSelector = $"metadata.name={EntryRendering.ConfigurationName}" };
        _configurations = Enum.GetValues<AdmissionPhase>().ToDictionary(phase => phase, phase => new Informer<DynamicObject>(client, ConfigurationKinds.Of(phase), services, byName));
    }

    public IReadOnlyList<IInformer> Informers => [_leases, .. _configurations.Values];

    public bool Synced => Informers.All(informer => informer.Synced);

    /// <summary>All that speak of replicas, the dead too.</summary>
    public IReadOnlyList<ReplicaReport> Reports => ReplicaReport.All(_leases.Store.List());

    public IReadOnlyList<Lease> Leases => _leases.Store.List();

    /// <summary>A configuration; null when it does not exist.</summary>
    public DynamicObject? Configuration(AdmissionPhase phase) => _configurations[phase].Store.Get(new ObjectKey("", EntryRendering.ConfigurationName));

    /// <summary>Both configurations; null unless both exist.</summary>
    public IReadOnlyList<JsonObject>? Configurations
    {
        get
        {
            JsonObject[] there = [.. _configurations.Keys.Select(Configuration).OfType<DynamicObject>().Select(configuration => configuration.Json)];
            return there.Length == _configurations.Count ? there : null;
        }
    }

    public void Subscribe(Action changed)
    {
        _leases.Subscribe(_ => changed());
        foreach (var informer in _configurations.Values)
        {
            informer.Subscribe(_ => changed());
        }
    }

    public Task WaitForSync(CancellationToken ct) => Task.WhenAll(Informers.Select(informer => informer.WaitForSync(ct)));
}
