using Daytwo.Crds;
using Daytwo.Rules.Checking;

namespace Daytwo.Rules.Exceptions;

/// <summary>The exceptions that name one rule, by whether they hold.</summary>
/// <param name="Active">Those that hold, by name.</param>
/// <param name="Expired">Those whose time is over, by name.</param>
/// <param name="NextExpiry">When the first whose time is not over ends, left out or not; null when there is none.</param>
public sealed record ExceptionSet(IReadOnlyList<RuleException> Active, IReadOnlyList<RuleException> Expired, DateTimeOffset? NextExpiry)
{
    /// <summary>Those that would hold and that the rule leaves out.</summary>
    public IReadOnlyList<LeftOutException> LeftOut { get; init; } = [];

    /// <summary>What becomes of the exceptions that name a rule. Pure; policies and what is told of exceptions both stand on it, so that they say the same.</summary>
    public static ExceptionSet UsedBy(AdmissionRule rule, IEnumerable<RuleException> exceptions, DateTimeOffset wall)
    {
        var naming = Of(rule.Metadata.Name, exceptions, wall);
        var leftOut = ExceptionChecks.Of(rule, naming.Active);
        var without = leftOut.Select(left => left.Exception).ToHashSet(ReferenceEqualityComparer.Instance);
        return naming with { Active = [.. naming.Active.Where(exception => !without.Contains(exception))], LeftOut = leftOut };
    }

    /// <summary>An exception holds before its <c>expiresAt</c>, and not from then on; one that is being deleted holds no more.</summary>
    public static ExceptionSet Of(string rule, IEnumerable<RuleException> exceptions, DateTimeOffset wall)
    {
        var naming = exceptions
            .Where(exception => exception.Spec.Rules.Contains(rule) && exception.Metadata.DeletionTimestamp is null)
            .OrderBy(exception => exception.Metadata.Name, StringComparer.Ordinal)
            .ToLookup(exception => Holds(exception, wall));
        return new ExceptionSet([.. naming[true]], [.. naming[false]], naming[true].Min(exception => exception.Spec.ExpiresAt));
    }

    /// <summary>Whether its time is not over. One without an end, which the API refuses, never holds.</summary>
    public static bool Holds(RuleException exception, DateTimeOffset wall) => wall < exception.Spec.ExpiresAt;
}
