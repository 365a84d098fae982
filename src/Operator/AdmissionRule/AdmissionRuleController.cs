using Daytwo.Crds.Admission.Status;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Operator.AdmissionRule.ApiServers;
using Daytwo.Operator.AdmissionRule.Canary;
using Daytwo.Operator.AdmissionRule.Effects;
using Daytwo.Operator.AdmissionRule.Observation;
using Daytwo.Operator.AdmissionRule.Rules;
using Daytwo.Rules;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime;
using Daytwo.Runtime.Controllers;
using Daytwo.Runtime.Events;
using Daytwo.Runtime.Hosting;
using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.AdmissionRule;

/// <summary>Joins rules and effects of AdmissionRules to the runtime.</summary>
internal sealed class AdmissionRuleController : IDisposable
{
    private readonly Informer<AnyMetadata>[] validating;
    private readonly Informer<AnyMetadata>[] mutating;
    private readonly Controller controller;
    private readonly CanaryKeeper canary;
    private readonly WebhookCanaryKeeper webhooks;
    private readonly Informer<Lease> replicas;
    private readonly SilenceWatch silence;

    /// <param name="client">Sends changes only while this process leads.</param>
    public AdmissionRuleController(
        KubernetesClient client, Informer<AdmissionRuleObject> rules, Informer<RuleExceptionObject> exceptions, IApiServers servers, IEventRecorder events, RuntimeServices services,
        OperatorOptions options)
    {
        Informer<AnyMetadata> Follow(ResourceType type) =>
            new(client, AnyMetadata.Of(type), services, new InformerOptions { LabelSelector = PolicyName.RuleLabel });
        validating = [Follow(PolicyTypes.ValidatingPolicy), Follow(PolicyTypes.ValidatingBinding)];
        mutating = [Follow(PolicyTypes.MutatingPolicy), Follow(PolicyTypes.MutatingBinding)];
        canary = new CanaryKeeper(client, servers, Made, options.Namespace, services.Time);
        replicas = new Informer<Lease>(client, Lease.Resource, services, new InformerOptions { Namespace = options.Namespace, LabelSelector = ReplicaReport.LabelSelector });
        webhooks = new WebhookCanaryKeeper(servers, rules.Store.List, () => ReplicaReport.All(replicas.Store.List()), options.Namespace, services.Time);
        var refusals = new RefusalMemory();
        var effects = new AdmissionRuleEffects(
            client, new Observer(client, rules, exceptions, canary, webhooks, refusals, replicas), new PolicyWriter(client), canary, webhooks, refusals, new RuleMetrics(services.Metrics),
            services.Time);
        var reconciler = new ObserveDecideAct<AdmissionRuleRules, Seen, AdmissionRuleStatus, Effect>(effects, events, services.Time);
        controller = new Controller("admissionrule", reconciler, services, new ControllerOptions { Workers = options.Workers })
            .For(rules, Predicates.GenerationChanged)
            .Watches(exceptions, exception => exception.Spec.Rules.Select(rule => new ObjectKey("", rule)), Predicates.GenerationChanged);
        foreach (var informer in validating)
        {
            controller.Watches(informer, Rule, Predicates.GenerationChanged);
        }

        void EnqueueServed()
        {
            foreach (var rule in rules.Store.List().Where(EntryPlan.IsServed))
            {
                controller.Enqueue(ObjectKey.Of(rule));
            }
        }

        silence = new SilenceWatch(() => ReplicaReport.All(replicas.Store.List()), EnqueueServed, services.Time);
        replicas.Subscribe(change =>
        {
            if (!SaysTheSame(change))
            {
                EnqueueServed();
            }
            else
            {
                TellTraffic(change, rules, services.Time.GetUtcNow());
            }
        });

        // An API before 1.36 has no mutating policies: nothing may wait for them.
        foreach (var informer in mutating)
        {
            informer.Subscribe(change =>
            {
                foreach (var key in Rule(change.Object))
                {
                    controller.Enqueue(key);
                }
            });
        }
    }

    /// <summary>Those that must have begun before the operator is ready.</summary>
    public IReadOnlyList<IInformer> Informers => [.. validating, replicas];

    public void AddTo(OperatorHost host) => host.Add([.. validating, .. mutating, replicas]).Add(controller).AddLeaderWork(silence.Run);

    public void Dispose()
    {
        controller.Dispose();
        canary.Dispose();
        webhooks.Dispose();
    }

    /// <summary>Replicas renew their Leases all the time; what they say of rules and of themselves changes rarely.</summary>
    private static bool SaysTheSame(Change<Lease> change) => change is { Before.Metadata: { } before, After.Metadata: { } after }
        && ((string[])[ReplicaReport.RulesAnnotation, ReplicaReport.AuthoritiesAnnotation]).All(said => before.Annotations?.GetValueOrDefault(said) == after.Annotations?.GetValueOrDefault(said));

    /// <summary>Looks at rules whose counts changed and are due.</summary>
    private void TellTraffic(Change<Lease> change, Informer<AdmissionRuleObject> rules, DateTimeOffset wall)
    {
        var (before, after) = (ReplicaReport.Of(change.Before!), ReplicaReport.Of(change.After!));
        foreach (var (name, traffic) in after?.Traffic ?? new Dictionary<string, RuleTraffic>())
        {
            if (rules.Store.Get(new ObjectKey("", name)) is { } rule && TrafficRules.IsDue(rule.Status, before?.Traffic.GetValueOrDefault(name), traffic, wall))
            {
                controller.Enqueue(ObjectKey.Of(rule));
            }
        }
    }

    private static IEnumerable<ObjectKey> Rule(AnyMetadata made) =>
        made.Metadata.Labels?.GetValueOrDefault(PolicyName.RuleLabel) is { } rule && made.Metadata.Name == PolicyName.Of(rule) ? [new ObjectKey("", rule)] : [];

    private IEnumerable<ObjectState> Made() =>
        validating.Concat(mutating).SelectMany(informer => informer.Store.List()).Select(made => new ObjectState(made.Metadata.Uid, made.Metadata.Generation));
}
