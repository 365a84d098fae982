using System.Text.Json;
using Daytwo.Crds;
using Daytwo.Crds.Exceptions;
using Daytwo.Crds.Writes;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Runtime;
using Daytwo.Runtime.Controllers;
using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.RuleException;

/// <summary>Sees exceptions and writes their status.</summary>
internal sealed class RuleExceptionEffects(KubernetesClient client, Informer<RuleExceptionObject> exceptions, Informer<AdmissionRuleObject> rules)
    : IEffects<RuleExceptionSeen, RuleExceptionStatus, NoEffect>
{
    private static readonly ApplyRequest StatusApply = new("daytwo-operator", Force: true, Subresource: "status");

    public ValueTask<RuleExceptionSeen?> Observe(ReconcileContext context, CancellationToken ct)
    {
        // One listing, so that the exception and those it shares rules with are of one moment.
        var all = exceptions.Store.List();
        return ValueTask.FromResult(all.FirstOrDefault(exception => ObjectKey.Of(exception) == context.Key) is { Metadata.DeletionTimestamp: null } exception
            ? new RuleExceptionSeen(exception, [.. exception.Spec.Rules.Select(rule => rules.Store.Get(new ObjectKey("", rule))).OfType<AdmissionRuleObject>()], all)
            : null);
    }

    public ObjectReference Regarding(RuleExceptionSeen seen) => ObjectReference.To(Kinds.RuleExceptions.Type, seen.Exception.Metadata);

    public bool IsCurrent(RuleExceptionSeen seen, RuleExceptionStatus status) => Json(seen.Exception.Status).AsSpan().SequenceEqual(Json(status));

    public async ValueTask<StepOutcome> WriteStatus(ReconcileContext context, RuleExceptionSeen seen, RuleExceptionStatus status, CancellationToken ct)
    {
        var write = RuleExceptionWrite.StatusOf(seen.Exception.Metadata, status);
        var result = await client.Apply(Kinds.RuleExceptions, null, seen.Exception.Metadata.Name, write, CrdsJson.Default.RuleExceptionWrite, StatusApply, ct);
        return StepOutcome.Of(context.Wrote(Kinds.RuleExceptions, result).Error);
    }

    public ValueTask<StepOutcome> Act(ReconcileContext context, RuleExceptionSeen seen, NoEffect effect, CancellationToken ct) => ValueTask.FromResult(StepOutcome.Ok);

    private static byte[] Json(RuleExceptionStatus status) => JsonSerializer.SerializeToUtf8Bytes(status, CrdsJson.Default.RuleExceptionStatus);
}
