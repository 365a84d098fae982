using Daytwo.Crds;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>
/// Tells of an attempt that was told to stop and does not: a call into the system that never returns, such as to a network file system that is
/// gone. Nothing may start beside it, so only ending the process helps, and that is for a person to decide.
/// </summary>
internal static class StuckRules
{
    /// <returns>Whether there is one.</returns>
    public static bool Apply(Draft draft)
    {
        if (draft.Seen.Run is not { IsRunning: true, CancellingFor: { } since } attempt)
        {
            return false;
        }

        if (since < Waits.Cancellation)
        {
            draft.WakeIn(Waits.Cancellation - since);
            return false;
        }

        var message = $"Attempt {attempt.Number} of {attempt.Id} was told to stop and did not; it blocks this object. "
            + "Restart the operator, and look at what its file systems and connections wait for.";
        if (draft.Status.Conditions.Find(ConditionTypes.Degraded) is not { Status: "True", Reason: Reasons.AttemptStuck })
        {
            draft.Warn(Actions.Backup, Reasons.AttemptStuck, message);
        }

        draft.SetCondition(ConditionTypes.Degraded, true, Reasons.AttemptStuck, message);
        return true;
    }
}
