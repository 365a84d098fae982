using System.Globalization;
using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Operator.AdmissionRule.Effects;
using Daytwo.Operator.AdmissionRule.Observation;
using Daytwo.Rules;
using Daytwo.Rules.Comparing;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>
/// The outlet Policy: what was rendered is in the API, nothing else of the rule is, and every apiserver was seen to enforce it. What cannot be
/// rendered or is refused leaves the last good policies in force.
/// </summary>
internal static class PolicyRules
{
    private static readonly TimeSpan RefusalPatience = TimeSpan.FromMinutes(1);

    /// <returns>Null when the rule does not use policies and none is left.</returns>
    public static OutletVerdict? Apply(Draft draft)
    {
        var wants = draft.Rule.Spec.Outlet is RuleOutlet.Policy or RuleOutlet.Both;
        if (!draft.Rendered.IsRenderable)
        {
            var first = draft.Rendered.Findings[0];
            return wants ? new OutletVerdict(false, Stalled: true, Reasons.CannotBeRendered, $"{first.Field}: {first.Message}{StillInForce(draft)}") : null;
        }

        var wanted = wants ? draft.Rendered.Objects : [];
        var unwanted = draft.Seen.Made.Where(made => wanted.All(rendered => rendered.Type != made.Type));
        if (CleaningRules.Next(draft.Seen, unwanted) is { } delete)
        {
            draft.Do(delete);
        }

        draft.Status = draft.Status with { Policy = wants ? new PolicyOutletStatus { Objects = [.. wanted.Select(rendered => $"{rendered.Type.Kind}/{rendered.Name}")] } : null };
        return wants ? Bring(draft, wanted) : null;
    }

    private static OutletVerdict Bring(Draft draft, IReadOnlyList<RenderedObject> wanted)
    {
        foreach (var rendered in wanted)
        {
            var made = draft.Seen.Made.FirstOrDefault(made => made.Type == rendered.Type);
            if (made is not null && !made.IsOf(draft.Seen.Name))
            {
                return new OutletVerdict(
                    false, Stalled: true, Reasons.NameTaken,
                    $"a {rendered.Type.Kind} named {rendered.Name} exists that was not made from this rule: delete or rename it, or rename the rule");
            }

            if (made is null || !Shown.By(made.Live.Json, rendered.Json))
            {
                return Refused(draft, rendered) ?? Write(draft, rendered, made);
            }
        }

        return Prove(draft);
    }

    private static OutletVerdict Prove(Draft draft)
    {
        ObjectState[] states = [.. draft.Seen.Made.Where(made => made.IsOf(draft.Seen.Name)).Select(made => made.State)];
        var standing = ProofRules.Judge(draft, states, draft.Seen.Proof, new Effect.Prove(states));
        draft.Status = draft.Status with { Policy = draft.Status.Policy! with { ActiveOn = standing.ActiveOn, Digest = standing.Proven ? RuleDigest.Of(draft.Rendered) : null, PendingOn = standing.PendingOn } };
        return standing switch
        {
            { Proven: true } => new OutletVerdict(true, Stalled: false, Reasons.InForce, string.Create(CultureInfo.InvariantCulture, $"Seen in force on {draft.Seen.Proof.Servers.Count} apiserver(s)")),
            { Pending: [var first, ..] } => new OutletVerdict(false, Stalled: false, Reasons.NotYetInForce, $"Not yet seen in force on {first.Server}: {first.Pending}"),
            _ => new OutletVerdict(false, Stalled: false, Reasons.NotYetInForce, "Written; the apiservers are being asked whether they enforce it"),
        };
    }

    private static OutletVerdict Write(Draft draft, RenderedObject rendered, MadeObject? made)
    {
        if (made is not null && draft.Status.ObservedGeneration == draft.Rule.Metadata.Generation && draft.Status.Exceptions == draft.Rule.Status.Exceptions)
        {
            draft.Tell(NoticeLevel.Warning, Reasons.Restored, "UpdatePolicy", $"{rendered.Type.Kind} {rendered.Name} differs from what the rule says, through someone else or another version, and is brought back");
        }

        draft.Do(made is null ? new Effect.Create(rendered) : new Effect.Update(rendered, made));
        return new OutletVerdict(false, Stalled: false, Reasons.Applying, $"{rendered.Type.Kind} {rendered.Name} is being written");
    }

    /// <summary>The same is not asked again before a while: what the API lacks may come.</summary>
    private static OutletVerdict? Refused(Draft draft, RenderedObject rendered)
    {
        if (draft.Seen.Refusal is not { } refusal || refusal.Kind != rendered.Type.Kind || refusal.At + RefusalPatience <= draft.Wall || refusal.Content != rendered.Json.ToJsonString())
        {
            return null;
        }

        draft.WakeAt(refusal.At + RefusalPatience);
        return new OutletVerdict(false, Stalled: true, Reasons.RefusedByApi, RefusalText.Of(draft.Rule, draft.Rendered, refusal) + StillInForce(draft));
    }

    private static string StillInForce(Draft draft) =>
        draft.Seen.Made.Any(made => made.IsOf(draft.Seen.Name)) ? " (the policies as they were before stay in force)" : "";
}
