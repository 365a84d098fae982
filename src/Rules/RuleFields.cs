using System.Globalization;
using System.Text.RegularExpressions;
using Daytwo.Crds;

namespace Daytwo.Rules;

/// <summary>Finds the field of a rule that a field of its policies was rendered from.</summary>
public static partial class RuleFields
{
    /// <param name="policyField">As the API names it, such as <c>spec.matchConditions[3].expression</c>.</param>
    /// <returns>Such as <c>spec.match.matchConditions[3].expression</c>, or <c>RuleException/NAME spec.match.condition</c>.</returns>
    public static string Of(AdmissionRule rule, RenderedRule rendered, string policyField)
    {
        if (Indexed().Match(policyField) is not { Success: true } indexed)
        {
            return policyField.Replace("spec.matchConstraints", "spec.match", StringComparison.Ordinal);
        }

        var index = int.Parse(indexed.Groups["index"].Value, CultureInfo.InvariantCulture);
        var rest = indexed.Groups["rest"].Value;
        var values = rule.Spec.Params?.Values?.Count ?? 0;
        var conditions = rule.Spec.Match.MatchConditions?.Count ?? 0;
        return indexed.Groups["list"].Value switch
        {
            "variables" => index < values ? $"spec.params.values[{index}]" : $"spec.variables[{index - values}]{rest}",
            _ when index < conditions => $"spec.match.matchConditions[{index}]{rest}",
            _ when index - conditions < rendered.Exceptions.Active.Count => $"RuleException/{rendered.Exceptions.Active[index - conditions].Metadata.Name} spec.match.condition",
            _ => policyField,
        };
    }

    [GeneratedRegex(@"^spec\.(?<list>variables|matchConditions)\[(?<index>\d+)\](?<rest>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Indexed();
}
