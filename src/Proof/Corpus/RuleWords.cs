using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Daytwo.Crds.Admission;

namespace Daytwo.Proof.Corpus;

/// <summary>The words of a rule's expressions.</summary>
/// <param name="Names">Fields that they may touch, through whatever variables and macros; keys of maps are among them.</param>
/// <param name="Texts">What they compare with: texts in expressions and parameters.</param>
internal sealed partial record RuleWords(IReadOnlySet<string> Names, IReadOnlyList<string> Texts)
{
    private const int MostTexts = 12;
    private const int LongestText = 100;

    public static RuleWords Of(AdmissionRuleSpec spec)
    {
        string[] expressions = [.. Expressions(spec)];
        return new RuleWords(
            expressions.SelectMany(expression => Word().Matches(expression).Select(match => match.Value)).Where(word => word is not ("object" or "oldObject" or "metadata")).ToFrozenSet(StringComparer.Ordinal),
            [.. (spec.Params?.Values ?? []).SelectMany(value => Leaves(value.Value)).Concat(expressions.SelectMany(expression => Literal().Matches(expression).Select(match => match.Value[1..^1])))
                .Where(text => text.Length is > 0 and <= LongestText).Distinct(StringComparer.Ordinal).Take(MostTexts)]);
    }

    private static IEnumerable<string> Expressions(AdmissionRuleSpec spec) =>
    [
        .. (spec.Match.MatchConditions ?? []).Select(condition => condition.Expression),
        .. (spec.Validations ?? []).Select(validation => validation.Expression),
        .. (spec.Variables ?? []).Select(variable => variable.Expression),
        .. (spec.Mutations ?? []).Select(mutation => (mutation.JsonPatch ?? mutation.ApplyConfiguration)?.Expression ?? ""),
        .. (spec.AuditAnnotations ?? []).Select(annotation => annotation.ValueExpression),
        .. (spec.Validations ?? []).Select(validation => validation.MessageExpression ?? ""),
    ];

    private static IEnumerable<string> Leaves(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        JsonArray list => list.SelectMany(Leaves),
        JsonObject map => map.SelectMany(member => Leaves(member.Value).Prepend(member.Key)),
        _ => [],
    };

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Word();

    [GeneratedRegex("""('[^'\\]*'|"[^"\\]*")""")]
    private static partial Regex Literal();
}
