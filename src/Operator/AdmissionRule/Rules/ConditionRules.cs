using Daytwo.Crds;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>Sums a decision up in conditions, after kstatus: Reconciling and Stalled are there only while they hold.</summary>
internal static class ConditionRules
{
    public static void Apply(Draft draft, OutletVerdict? policy, OutletVerdict? webhook)
    {
        OutletVerdict[] outlets = [.. new[] { policy, webhook }.OfType<OutletVerdict>()];
        Outlet(draft, ConditionTypes.PolicyReady, policy);
        Outlet(draft, ConditionTypes.WebhookReady, webhook);
        var worst = outlets.FirstOrDefault(outlet => outlet.Stalled) ?? outlets.FirstOrDefault(outlet => !outlet.Ready) ?? outlets[0];
        var before = draft.Find(ConditionTypes.Ready);
        draft.Set(ConditionTypes.Ready, worst.Ready, worst.Reason, worst.Message);
        draft.Toggle(ConditionTypes.Stalled, worst.Stalled, worst.Reason, worst.Message);
        draft.Toggle(ConditionTypes.Reconciling, worst is { Ready: false, Stalled: false }, worst.Reason, worst.Message);
        Degraded(draft, worst);
        Tell(draft, before?.Reason, worst);
        draft.Status = draft.Status with { ObservedGeneration = draft.Rule.Metadata.Generation, Findings = draft.Rendered.Findings is [] ? null : draft.Rendered.Findings };
    }

    private static void Outlet(Draft draft, string type, OutletVerdict? verdict)
    {
        if (verdict is null)
        {
            draft.Toggle(type, false, "", "");
        }
        else
        {
            draft.Set(type, verdict.Ready, verdict.Reason, verdict.Message);
        }
    }

    private static void Degraded(Draft draft, OutletVerdict worst)
    {
        if (worst.Stalled)
        {
            draft.Set(ConditionTypes.Degraded, true, worst.Reason, worst.Message);
        }
        else if (draft.Rendered.Findings is [var first, ..])
        {
            draft.Set(ConditionTypes.Degraded, true, Reasons.Findings, $"{first.Field}: {first.Message}");
        }
        else
        {
            draft.Set(ConditionTypes.Degraded, false, Reasons.AsExpected, "Nothing is wrong");
        }
    }

    private static void Tell(Draft draft, string? before, OutletVerdict worst)
    {
        if (before != worst.Reason && (worst.Ready || worst.Stalled))
        {
            draft.Tell(worst.Ready ? NoticeLevel.Normal : NoticeLevel.Warning, worst.Reason, "ServeRule", worst.Message);
        }
    }
}
