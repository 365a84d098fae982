using System.Collections.Frozen;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Transport;
using Daytwo.Operator.AdmissionRule.ApiServers;
using Daytwo.Operator.AdmissionRule.Observation;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Operator.AdmissionRule.Canary;

/// <summary>
/// Proves on each apiserver that it calls the webhooks as the rules ask, reaches them and trusts them: by a dry run that only the webhooks
/// answer (<see cref="WebhookCanary"/>). One canary serves all rules; replicas write it.
/// </summary>
/// <param name="rules">As the informer has them.</param>
/// <param name="replicas">What webhook replicas say of themselves, the dead too.</param>
internal sealed class WebhookCanaryKeeper(
    IApiServers servers, Func<IEnumerable<AdmissionRuleObject>> rules, Func<IEnumerable<ReplicaReport>> replicas, string ns, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile CanaryProof proof = CanaryProof.None;

    public CanaryProof Proof => proof;

    /// <summary>Asks once, with one request to each apiserver. What came of it is in <see cref="Proof"/>.</summary>
    public async Task Ask(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            var served = rules().Where(EntryPlan.IsServed).ToList();
            var plan = EntryPlan.Of(served);
            string[] expected = [.. Enum.GetValues<AdmissionPhase>().Select(phase => WebhookCanary.Expected(phase, plan)).OfType<string>()];
            var asked = served.Select(WebhookStates.Of).Concat(WebhookStates.Of(replicas(), time.GetUtcNow())).ToFrozenSet();
            var answers = await Task.WhenAll((await servers.List(ct)).Select(server => Probe(server, expected, ct)));
            proof = proof.After(asked, answers, time.GetUtcNow());
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<ServerProof> Probe(KnownApiServer server, string[] expected, CancellationToken ct)
    {
        // Rules that neither change nor judge anything have no entries: nothing is called.
        return new ServerProof(server.Name, expected is [] ? null : await Missing(server, expected, ct));
    }

    private async Task<string?> Missing(KnownApiServer server, string[] expected, CancellationToken ct)
    {
        try
        {
            var lease = new LeaseWrite(new ObjectMetaWrite { Name = WebhookCanary.LeaseName }, new LeaseSpec());
            var answer = await server.Client.CreateDryRun(Lease.Resource, ns, lease, KubernetesJson.Default.LeaseWrite, ct);
            return answer.Error is { } error ? error.Message
                : expected.All(says => answer.Warnings.Any(warning => warning.Contains(says, StringComparison.Ordinal))) ? null
                : "it does not call the webhooks as the newest rules ask yet";
        }
        catch (ApiUnreachableException e)
        {
            return e.Message;
        }
    }
}
