using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Rules.Exceptions;

namespace Daytwo.Rules.Checking;

/// <summary>
/// Finds exceptions whose condition cannot be used, or for which there is no room. They are left out of the policies and told, so that the mistake of one team keeps
/// neither the rule nor the exceptions of others from taking effect.
/// </summary>
internal static class ExceptionChecks
{
    /// <summary>The API's own limit, without the two that policies have by themselves.</summary>
    private const int MaximumConditions = 64 - 2;

    /// <param name="active">The exceptions that name the rule and whose time is not over, by name.</param>
    public static IReadOnlyList<LeftOutException> Of(AdmissionRule rule, IReadOnlyList<RuleException> active)
    {
        var (leftOut, usable) = (new List<LeftOutException>(), new List<RuleException>());
        foreach (var exception in active)
        {
            if (Unusable(rule, exception) is { } problem)
            {
                leftOut.Add(new LeftOutException(exception, LeftOutReason.ConditionUnusable, problem));
            }
            else
            {
                usable.Add(exception);
            }
        }

        var own = rule.Spec.Match.MatchConditions?.Count ?? 0;
        var room = Math.Max(MaximumConditions - own, 0);
        // How many there are is not said: with each more, the status of all others would have to be written.
        var noRoom = $"a rule may have {MaximumConditions} match conditions, {own} are its own and {room} of its exceptions have room, those that were created first: join exceptions that have the same owner and end, or delete some";
        leftOut.AddRange(usable
            .OrderBy(exception => exception.Metadata.CreationTimestamp ?? DateTimeOffset.MaxValue)
            .Skip(room)
            .Select(exception => new LeftOutException(exception, LeftOutReason.NoRoom, noRoom)));
        return leftOut;
    }

    /// <summary>How it is told of the rule.</summary>
    public static RuleFinding Finding(LeftOutException left) => RuleChecks.Warning(
        $"RuleException/{left.Exception.Metadata.Name}{(left.Reason == LeftOutReason.ConditionUnusable ? " spec.match.condition" : "")}", $"the exception has no effect: {left.Problem}");

    private static string? Unusable(AdmissionRule rule, RuleException exception) => exception.Spec.Match.Condition is null ? null : ConditionTraits.Of(rule, exception) switch
    {
        { MentionsNamespaceObject: true } => "namespaceObject is always null in conditions; name the namespaces in spec.match.namespaces",
        { MentionsVariables: true } => "variables cannot be seen in conditions; write the expression out",
        { MentionsAuthorizer: true } when rule.Spec.Outlet != RuleOutlet.Policy =>
            $"a webhook cannot ask '{OutletChecks.Authorizer}', and the rule has the outlet {rule.Spec.Outlet}; decide by request.userInfo, or name who is meant in spec.match",
        var traits => traits.Problem,
    };
}
