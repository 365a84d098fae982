using System.Globalization;
using Daytwo.Operator.AdmissionRule.Effects;
using Daytwo.Operator.AdmissionRule.Observation;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>A rule is ready when every apiserver was seen to enforce it as it is now; they are asked again now and then, since apiservers come and go.</summary>
internal static class ProofRules
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>How long a rule that was proven stays ready while apiservers are asked about changes of other rules, or one restarts.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(10);

    public static OutletVerdict Apply(Draft draft)
    {
        ObjectState[] states = [.. draft.Seen.Made.Where(made => made.IsOf(draft.Seen.Name)).Select(made => made.State)];
        var proof = draft.Seen.Proof;
        var proven = states.All(proof.Proven.Contains);
        var asked = states.All(proof.Asked.Contains);
        var wait = proof.PendingSince is { } since ? Pause(proof.At - since) : Renewal;
        if (!asked || proof.At is not { } at || draft.Wall >= at + wait)
        {
            draft.Do(new Effect.Prove(states));
        }
        else
        {
            draft.WakeAt(at + wait);
        }

        var pending = asked ? proof.Servers.Where(server => server.Pending is not null).ToArray() : [];
        var inForce = proven && (pending is [] || draft.Wall - proof.PendingSince < Grace);
        draft.Status = draft.Status with
        {
            Policy = draft.Status.Policy! with
            {
                ActiveOn = asked ? [.. proof.Servers.Where(server => server.Pending is null).Select(server => server.Server)] : null,
                Digest = inForce ? RuleDigest.Of(draft.Rendered) : null,
                PendingOn = pending is [] ? null : [.. pending.Select(server => $"{server.Server}: {server.Pending}")],
            },
        };
        return inForce ? new OutletVerdict(true, Stalled: false, Reasons.InForce, string.Create(CultureInfo.InvariantCulture, $"Seen in force on {proof.Servers.Count} apiserver(s)"))
            : pending is [var first, ..] ? new OutletVerdict(false, Stalled: false, Reasons.NotYetInForce, $"Not yet seen in force on {first.Server}: {first.Pending}")
            : new OutletVerdict(false, Stalled: false, Reasons.NotYetInForce, "Written; the apiservers are being asked whether they enforce it");
    }

    /// <summary>An apiserver takes about a second to see a policy, and perhaps hours to come back: half as long as it has been waited for already.</summary>
    private static TimeSpan Pause(TimeSpan? waited) => TimeSpan.FromTicks(Math.Clamp((waited ?? default).Ticks / 2, ShortestPause.Ticks, LongestPause.Ticks));
}
