using Daytwo.Operator.AdmissionRule.Canary;
using Daytwo.Operator.AdmissionRule.Effects;
using Daytwo.Operator.AdmissionRule.Observation;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>An outlet is ready when every apiserver was seen to enforce the rule as it is now; they are asked again now and then, since apiservers come and go.</summary>
internal static class ProofRules
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>How long a rule that was proven stays ready while apiservers are asked about changes of other rules, or one restarts.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(10);

    /// <summary>What a proof says of these states. Asks for another where it is silent or old.</summary>
    public static Standing Judge(Draft draft, IReadOnlyCollection<ObjectState> states, CanaryProof proof, Effect ask)
    {
        var asked = states.All(proof.Asked.Contains);
        var wait = proof.PendingSince is { } since ? Pause(proof.At - since) : Renewal;
        if (!asked || proof.At is not { } at || draft.Wall >= at + wait)
        {
            draft.Do(ask);
        }
        else
        {
            draft.WakeAt(at + wait);
        }

        ServerProof[] pending = asked ? [.. proof.Servers.Where(server => server.Pending is not null)] : [];
        var patient = pending is [] || draft.Wall - proof.PendingSince < Grace;
        return new Standing(
            states.All(proof.Proven.Contains) && patient, patient,
            asked ? [.. proof.Servers.Where(server => server.Pending is null).Select(server => server.Server)] : null, pending);
    }

    /// <summary>An apiserver takes about a second to see a policy, and perhaps hours to come back: half as long as it has been waited for already.</summary>
    private static TimeSpan Pause(TimeSpan? waited) => TimeSpan.FromTicks(Math.Clamp((waited ?? default).Ticks / 2, ShortestPause.Ticks, LongestPause.Ticks));
}
