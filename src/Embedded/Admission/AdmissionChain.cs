using System.Text.Json.Nodes;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Requests;
using Daytwo.Admission.Validating;
using Daytwo.Embedded.Admission.Webhooks;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Admission;

/// <summary>Admits writes in the API's order: mutations before an object is checked, validations after.</summary>
internal sealed class AdmissionChain
{
    private readonly ClusterReader cluster;
    private readonly SchemaTypes types;
    private readonly PolicyCatalog policies;
    private readonly WebhookCatalog webhooks;
    private readonly ClusterState state;

    public AdmissionChain(ClusterState state, RecordedOwnership ownership)
    {
        this.state = state;
        webhooks = new(state);
        cluster = new(state);
        types = new(state.Kinds, ownership);
        policies = new(state);
        state.Store.Changed += policies.Follow;
        state.Store.Changed += webhooks.Follow;
    }

    /// <summary>The object as policies and webhooks change it.</summary>
    public Answer<JsonObject> Mutate(AdmissionCall call)
    {
        var value = call.Value!;
        if (!Sees(call))
        {
            return value;
        }

        var reinvocations = new Reinvocations();
        var stage = new MutatingStage(new WebhookInquiry(state, cluster, call), call);
        for (var pass = 1; pass <= 2; pass++)
        {
            if (Policies(call, value, reinvocations).Refused(out value!, out var fault))
            {
                return fault;
            }

            if (stage.Mutate(webhooks.Mutating, value, pass).Refused(out var mutated, out fault))
            {
                return fault;
            }

            value = mutated!;
            if (!reinvocations.NeedsSecondPass && !stage.Changed)
            {
                break;
            }

            reinvocations.BeginSecondPass();
        }

        return value;
    }

    /// <summary>The refusal of policies and webhooks; null when they let the write pass.</summary>
    public Fault? Validate(AdmissionCall call)
    {
        if (!Sees(call))
        {
            return null;
        }

        var inquiry = new WebhookInquiry(state, cluster, call);
        if (call.Operation == AdmissionOperation.Delete && new MutatingStage(inquiry, call).Mutate(webhooks.Mutating, null, pass: 1).Refused(out _, out var fault))
        {
            return fault;
        }

        var verdict = policies.Validating.Evaluate(call.ToRequest(), cluster);
        call.Request.Warnings.AddRange(verdict.Warnings.Where(w => !call.Request.Warnings.Contains(w)));
        foreach (var (key, value) in verdict.LoggedAnnotations)
        {
            call.Request.Annotations.TryAdd(key, value);
        }

        return verdict.Denial is { } denial ? Denied(call, denial) : new ValidatingStage(inquiry, call).Validate(webhooks.Validating);
    }

    private Answer<JsonObject> Policies(AdmissionCall call, JsonObject value, Reinvocations reinvocations)
    {
        var verdict = policies.Mutating.Evaluate((call with { Value = value }).ToRequest(), cluster, types, reinvocations);
        return Refused(call, verdict) is { } fault ? fault : verdict.Changed ?? value;
    }

    /// <summary>Of subresources, those that hold the object itself.</summary>
    private static bool Sees(AdmissionCall call) => !call.Request.IsInternal && call.Request.Subresource?.Name is (null or "status");

    private static Fault Denied(AdmissionCall call, PolicyFinding denial)
    {
        var forbidden = Refusals.Forbidden(call.Request.Kind, call.ShownName, denial.DenialText);
        return forbidden with { Code = denial.Code, Reason = denial.Reason, Details = forbidden.Details! with { Causes = [new FaultCause("", denial.DenialText)] } };
    }

    private static Fault? Refused(AdmissionCall call, MutationVerdict verdict)
    {
        if (verdict.Fatal is { } fatal)
        {
            return new Fault(fatal.Code, fatal.Reason, fatal.Error!) { Details = new() { Causes = [new FaultCause("", fatal.Error!["Internal error occurred: ".Length..])] } };
        }

        var failures = verdict.Failures.Where(f => !f.Ignored).ToList();
        if (failures.Count == 0)
        {
            return null;
        }

        var forbidden = Refusals.Forbidden(call.Request.Kind, call.ShownName, "");
        return forbidden with
        {
            Message = failures[0].Text, Reason = failures[0].Reason, Details = forbidden.Details! with { Causes = [.. failures.Select(f => new FaultCause("", f.Text))] },
        };
    }
}
