using System.Globalization;
using Daytwo.Cel.Costs;

namespace Daytwo.Embedded.Schema.Rules;

/// <summary>What the rules of a definition may cost by estimate, each by itself and all of a schema together, with the API's texts.</summary>
/// <param name="boundsEach">Whether single rules are bounded, not only all together.</param>
internal sealed class CostBudget(List<FieldError> errors, bool boundsEach = true)
{
    private const ulong Each = 10_000_000;
    private const ulong All = 100_000_000;

    /// <summary>How many of the most expensive are named when all together are too much.</summary>
    private const int Named = 4;

    private readonly List<(FieldPath At, ulong Cost)> expensive = [];
    private ulong total;

    /// <summary>Adds one expression.</summary>
    /// <param name="what">What the API calls its cost.</param>
    public void Add(FieldPath at, string what, ulong cost)
    {
        if (boundsEach && cost > Each)
        {
            errors.Add(FieldError.Forbidden(at, Text(what, cost, Each)));
        }

        total = CappedCost.Add(total, cost);
        if (cost >= All / 100)
        {
            expensive.Add((at, cost));
        }
    }

    /// <summary>Tells when all together are too much.</summary>
    /// <param name="at">The schema.</param>
    public void Close(FieldPath at)
    {
        if (total <= All)
        {
            return;
        }

        foreach (var (rule, _) in expensive.OrderByDescending(rule => rule.Cost).Take(Named))
        {
            errors.Add(FieldError.Forbidden(rule, "contributed to estimated rule cost total exceeding cost limit for entire OpenAPIv3 schema"));
        }

        errors.Add(FieldError.Forbidden(at, Text("x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema", total, All)));
    }

    private static string Text(string what, ulong cost, ulong limit)
    {
        var times = (double)cost / limit;
        var factor = times > 100 ? "more than 100x" : times.ToString(times < 1.5 ? "F6" : "F1", CultureInfo.InvariantCulture) + "x";
        return $"{what} exceeds budget by factor of {factor} (try simplifying the rule, or adding maxItems, maxProperties, and maxLength where arrays, maps, and strings are declared)";
    }
}
