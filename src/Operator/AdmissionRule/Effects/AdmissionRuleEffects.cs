using System.Text.Json;
using Daytwo.Crds;
using Daytwo.Crds.Admission.Status;
using Daytwo.Crds.Writes;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;
using Daytwo.Operator.AdmissionRule.Canary;
using Daytwo.Operator.AdmissionRule.Observation;
using Daytwo.Rules;
using Daytwo.Runtime.Controllers;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.AdmissionRule.Effects;

/// <summary>Sees, writes and does for AdmissionRules what the rules want.</summary>
internal sealed class AdmissionRuleEffects(
    KubernetesClient client, Observer observer, PolicyWriter writer, CanaryKeeper canary, WebhookCanaryKeeper webhooks, RefusalMemory refusals, RuleMetrics metrics, TimeProvider time)
    : IEffects<Seen, AdmissionRuleStatus, Effect>
{
    public const string FieldManager = "daytwo-operator";

    private static readonly ApplyRequest StatusApply = new(FieldManager, Force: true, Subresource: "status");

    public async ValueTask<Seen?> Observe(ReconcileContext context, CancellationToken ct)
    {
        var seen = await observer.Observe(context.Key, ct);
        if (seen.Rule is null)
        {
            metrics.Forget(seen.Name);
            refusals.Forget(seen.Name);
        }
        else
        {
            metrics.Show(seen.Rule);
        }

        return seen;
    }

    public ObjectReference Regarding(Seen seen) =>
        seen.Rule is { } rule ? ObjectReference.To(Kinds.AdmissionRules.Type, rule.Metadata) : ObjectReference.To(Kinds.AdmissionRules.Type, new ObjectMeta { Name = seen.Name });

    /// <summary>A rule that is gone has no status.</summary>
    public bool IsCurrent(Seen seen, AdmissionRuleStatus status) => seen.Rule is not { } rule || Json(rule.Status).AsSpan().SequenceEqual(Json(status));

    public async ValueTask<StepOutcome> WriteStatus(ReconcileContext context, Seen seen, AdmissionRuleStatus status, CancellationToken ct)
    {
        var meta = seen.Rule!.Metadata;
        var write = AdmissionRuleWrite.StatusOf(meta, status);
        write = write with { Metadata = write.Metadata! with { ResourceVersion = meta.ResourceVersion } };
        var result = await client.Apply(Kinds.AdmissionRules, null, meta.Name, write, CrdsJson.Default.AdmissionRuleWrite, StatusApply, ct);
        return StepOutcome.Of(context.Wrote(Kinds.AdmissionRules, result).Error);
    }

    public async ValueTask<StepOutcome> Act(ReconcileContext context, Seen seen, Effect effect, CancellationToken ct) => effect switch
    {
        Effect.Create create => Written(seen, create.Wanted, await writer.Create(context, create, ct)),
        Effect.Update update => Written(seen, update.Wanted, await writer.Update(context, update, ct)),
        Effect.Delete delete => StepOutcome.Of(await writer.Delete(context, delete, ct)),
        Effect.Prove prove => StepOutcome.Of(await canary.Ask(prove.States, ct)),
        Effect.ProveWebhooks => await ProveWebhooks(ct),
        _ => throw new InvalidOperationException($"Unknown effect {effect}"),
    };

    private async ValueTask<StepOutcome> ProveWebhooks(CancellationToken ct)
    {
        await webhooks.Ask(ct);
        return StepOutcome.Ok;
    }

    /// <summary>What the API will refuse again is remembered, so that the next decision tells it; anything else is tried again.</summary>
    private StepOutcome Written(Seen seen, RenderedObject wanted, ApiError? error)
    {
        if (error is { Kind: ApiErrorKind.Invalid or ApiErrorKind.Forbidden or ApiErrorKind.NotFound })
        {
            refusals.Remember(seen.Name, new Refusal(wanted.Type.Kind, wanted.Json.ToJsonString(), error, time.GetUtcNow()));
            return StepOutcome.Ok;
        }

        if (error is null)
        {
            refusals.Forget(seen.Name);
        }

        return StepOutcome.Of(error);
    }

    private static byte[] Json(AdmissionRuleStatus status) => JsonSerializer.SerializeToUtf8Bytes(status, CrdsJson.Default.AdmissionRuleStatus);
}
