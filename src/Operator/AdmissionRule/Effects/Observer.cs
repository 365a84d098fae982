using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Results;
using Daytwo.Operator.AdmissionRule.Canary;
using Daytwo.Operator.AdmissionRule.Observation;
using Daytwo.Rules;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime;
using Daytwo.Runtime.Informers;

namespace Daytwo.Operator.AdmissionRule.Effects;

/// <summary>Gathers what a decision rests on: rule and exceptions from the cache, what was made from them live.</summary>
internal sealed class Observer(
    KubernetesClient client, Informer<AdmissionRuleObject> rules, Informer<RuleExceptionObject> exceptions, CanaryKeeper canary, WebhookCanaryKeeper webhooks,
    RefusalMemory refusals, Informer<Lease> replicas)
{
    /// <exception cref="ApiErrorException">The API refuses to show a policy.</exception>
    public async ValueTask<Seen> Observe(ObjectKey key, CancellationToken ct)
    {
        var rule = rules.Store.Get(key);
        var made = new List<MadeObject>();
        foreach (var type in PolicyTypes.All)
        {
            var found = await client.Get(DynamicObject.Resource(type), null, PolicyName.Of(key.Name), ct);
            if (found.Succeeded(out var live))
            {
                made.Add(new MadeObject(type, live));
            }
            else if (found.Error.Kind != ApiErrorKind.NotFound)
            {
                throw new ApiErrorException(found.Error);
            }
        }

        return new Seen(key.Name, rule, exceptions.Store.List(), made, refusals.Of(key.Name), canary.Proof, webhooks.Proof, ReplicaReport.All(replicas.Store.List()));
    }
}
