using System.Reflection;
using Daytwo.Crds.Schema;

namespace Daytwo.CrdGen;

/// <summary>What holds for durations: Go's notation without days, and more than zero where zero is no use.</summary>
internal static class DurationRules
{
    public const string Pattern = @"^([0-9]{1,6}(\.[0-9]{1,3})?(h|m|s|ms)){1,4}$";

    private const string Matches = @"self.matches('^([0-9]{1,6}(\\.[0-9]{1,3})?(h|m|s|ms)){1,4}$')";

    public static IEnumerable<RuleAttribute> Of(PropertyInfo property)
    {
        if (property.GetCustomAttribute<DurationAttribute>() is not { } duration)
        {
            yield break;
        }

        yield return new RuleAttribute(
            Matches, @"'\'' + self + '\' is not a duration: use the units h, m, s and ms, such as 90s, 1h30m or 168h for a week'")
        { Computed = true };
        if (!duration.AllowZero)
        {
            yield return new RuleAttribute(
                $"!{Matches} || duration(self) > duration('0s')", @"'\'' + self + '\' is no time at all: write a duration longer than 0s, such as 90s, 15m or 1h30m'")
            { Computed = true };
        }
    }
}
