using System.Globalization;
using Daytwo.Crds.Admission;

namespace Daytwo.Proof.Replaying;

/// <summary>
/// What tells one run's requests from all others, and which outlet is to see them: the field manager of creations and updates, and a grace
/// period nobody else asks for on deletions. Policies in force under a mark never touch other requests.
/// </summary>
/// <param name="Manager">The field manager.</param>
/// <param name="Grace">Seconds; only ever sent with dry run.</param>
public sealed record Mark(string Manager, int Grace)
{
    /// <summary>A condition that is true only for dry runs with this mark, and never fails.</summary>
    public RuleMatchCondition Condition() => new()
    {
        Name = "of-this-outlet",
        Expression = "request.?dryRun.orValue(false) && (request.operation == 'DELETE' ? "
            + string.Create(CultureInfo.InvariantCulture, $"request.?options.?gracePeriodSeconds.orValue(0) == {Grace}")
            + $" : request.?options.?fieldManager.orValue('') == '{Manager}')",
    };
}
