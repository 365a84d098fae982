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
        var (meta, spec, status) = (seen.Exception.Metadata, seen.Exception.Spec, seen.Exception.Status);
        var holds = ExceptionSet.Holds(seen.Exception, wall);
        var conditions = new ConditionList(status.Conditions, meta.Generation, wall);
        _ = holds
            ? conditions.False(ConditionTypes.Expired, "NotYet", $"It ends at {spec.ExpiresAt:yyyy-MM-dd'T'HH:mm:ss'Z'}")
            : conditions.True(ConditionTypes.Expired, "TimeIsOver", "Its time is over: it has no effect and may be deleted");
        _ = !holds ? conditions.False(ConditionTypes.Active, "Expired", "Its time is over")
            : seen.MissingRules is [] ? conditions.True(ConditionTypes.Active, "Holds", "Every rule it names exists; one that cannot make use of it says so in its status.findings")
            : conditions.False(ConditionTypes.Active, "RuleNotFound", $"There is no AdmissionRule {string.Join(", ", seen.MissingRules)}: correct spec.rules, or create the rule; it holds for the others it names");
        return new Decision<RuleExceptionStatus, NoEffect>(
            new RuleExceptionStatus { ObservedGeneration = meta.Generation, Conditions = conditions.ToList() }, null, holds ? spec.ExpiresAt : null, []);
    }
}
