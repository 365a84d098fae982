using Daytwo.Crds;

namespace Daytwo.Rules.Exceptions;

/// <summary>The exceptions that name one rule, by whether they hold.</summary>
/// <param name="Active">Those that hold, by name.</param>
/// <param name="Expired">Those whose time is over, by name.</param>
/// <param name="NextExpiry">When the first of the active ends; null when none is active.</param>
public sealed record ExceptionSet(IReadOnlyList<RuleException> Active, IReadOnlyList<RuleException> Expired, DateTimeOffset? NextExpiry)
{
    /// <summary>The set without those that cannot be rendered.</summary>
    public ExceptionSet Without(IReadOnlyCollection<RuleException> unusable) => this with { Active = [.. Active.Where(exception => !unusable.Contains(exception))] };

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
