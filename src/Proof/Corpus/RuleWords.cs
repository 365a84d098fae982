using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Daytwo.Crds.Admission;

namespace Daytwo.Proof.Corpus;

/// <summary>The names in a rule's expressions: fields they may touch, through whatever variables and macros.</summary>
internal static partial class RuleWords
{
    /// <summary>Keys of maps are among them, as parts of the texts they are written as.</summary>
    public static FrozenSet<string> Of(AdmissionRuleSpec spec) => Expressions(spec)
        .SelectMany(expression => Word().Matches(expression).Select(match => match.Value))
        .Where(word => word is not ("object" or "oldObject" or "metadata"))
        .ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Expressions(AdmissionRuleSpec spec) =>
    [
        .. (spec.Match.MatchConditions ?? []).Select(condition => condition.Expression),
        .. (spec.Variables ?? []).Select(variable => variable.Expression),
        .. (spec.Validations ?? []).SelectMany(validation => new[] { validation.Expression, validation.MessageExpression ?? "" }),
        .. (spec.AuditAnnotations ?? []).Select(annotation => annotation.ValueExpression),
        .. (spec.Mutations ?? []).Select(mutation => (mutation.JsonPatch ?? mutation.ApplyConfiguration)?.Expression ?? ""),
    ];

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Word();
}
