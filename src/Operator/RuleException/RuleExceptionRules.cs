using Daytwo.Crds;
using Daytwo.Crds.Exceptions;
using Daytwo.Rules.Exceptions;
using Daytwo.Runtime.Conditions;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.RuleException;

/// <summary>Tells whether an exception holds. The AdmissionRules it names make it hold; here it is only told.</summary>
internal sealed class RuleExceptionRules : IRules<RuleExceptionSeen, RuleExceptionStatus, NoEffect>
{
    public static Decision<RuleExceptionStatus, NoEffect> Decide(RuleExceptionSeen seen, DateTimeOffset wall)
    {
        var conditions = new ConditionList(seen.Exception.Status.Conditions, seen.Exception.Metadata.Generation, wall);
        var wakeAt = ExceptionSet.Holds(seen.Exception, wall) ? Holding(seen, wall, conditions) : Over(conditions);
        return new Decision<RuleExceptionStatus, NoEffect>(
            new RuleExceptionStatus { ObservedGeneration = seen.Exception.Metadata.Generation, Conditions = conditions.ToList() }, null, wakeAt, []);
    }

    private static DateTimeOffset? Over(ConditionList conditions)
    {
        conditions
            .True(ConditionTypes.Expired, "TimeIsOver", "Its time is over: it has no effect and may be deleted")
            .False(ConditionTypes.Active, "Expired", "Its time is over");
        return null;
    }

    /// <returns>When it ends, or another one does that leaves room for it.</returns>
    private static DateTimeOffset? Holding(RuleExceptionSeen seen, DateTimeOffset wall, ConditionList conditions)
    {
        var end = seen.Exception.Spec.ExpiresAt;
        var use = RuleUse.Of(seen, wall);
        conditions.False(ConditionTypes.Expired, "NotYet", $"It ends at {end:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        _ = use.Reason is { } reason
            ? conditions.False(ConditionTypes.Active, reason, use.Message)
            : conditions.True(ConditionTypes.Active, "Holds", "Every rule it names exists and takes it in; the status of a rule tells whether the rule is in force as it is now");
        return use.ChangesAt < end ? use.ChangesAt : end;
    }
}
