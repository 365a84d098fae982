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
    /// <summary>A condition that is true only for dry runs with one of these marks, and never fails.</summary>
    public static RuleMatchCondition Condition(params IReadOnlyList<Mark> marks)
    {
        var managers = string.Join(", ", marks.Select(mark => $"'{mark.Manager}'"));
        var graces = string.Join(", ", marks.Select(mark => mark.Grace.ToString(CultureInfo.InvariantCulture)));
        return new RuleMatchCondition
        {
            Name = "of-this-comparison",
            Expression = $"request.?dryRun.orValue(false) && (request.operation == 'DELETE' ? request.?options.?gracePeriodSeconds.orValue(0) in [{graces}]"
                + $" : request.?options.?fieldManager.orValue('') in [{managers}])",
        };
    }
}
