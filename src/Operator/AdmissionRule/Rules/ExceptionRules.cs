using Daytwo.Crds.Admission.Status;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>Counts the exceptions, and comes back the moment the next one ends.</summary>
internal static class ExceptionRules
{
    public static void Apply(Draft draft)
    {
        var exceptions = draft.Rendered.Exceptions;
        draft.WakeAt(exceptions.NextExpiry);
        var before = draft.Status.Exceptions;
        draft.Status = draft.Status with
        {
            Exceptions = new ExceptionSummary { Active = exceptions.Active.Count, Expired = exceptions.Expired.Count, NextExpiry = exceptions.NextExpiry },
        };
        if (before?.NextExpiry is { } end && end <= draft.Wall)
        {
            foreach (var exception in exceptions.Expired.Where(exception => exception.Spec.ExpiresAt == end))
            {
                draft.Tell(
                    NoticeLevel.Normal, Reasons.ExceptionExpired, "EndException",
                    $"RuleException {exception.Metadata.Name} of {exception.Spec.Owner} has ended: the rule holds for what it excepted");
            }
        }
    }
}
