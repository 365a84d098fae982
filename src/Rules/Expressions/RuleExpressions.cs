using Daytwo.Crds.Admission;

namespace Daytwo.Rules.Expressions;

/// <summary>All CEL of a rule, each with its field.</summary>
internal static class RuleExpressions
{
    public static IEnumerable<(string Field, string Expression)> Of(AdmissionRuleSpec spec) =>
    [
        .. Each(spec.Match.MatchConditions, "match.matchConditions", condition => [("expression", condition.Expression)]),
        .. Each(spec.Variables, "variables", variable => [("expression", variable.Expression)]),
        .. Each(spec.Validations, "validations", validation => [("expression", validation.Expression), ("messageExpression", validation.MessageExpression)]),
        .. Each(spec.AuditAnnotations, "auditAnnotations", annotation => [("valueExpression", annotation.ValueExpression)]),
        .. Each(spec.Mutations, "mutations", mutation => [("jsonPatch.expression", mutation.JsonPatch?.Expression), ("applyConfiguration.expression", mutation.ApplyConfiguration?.Expression)]),
    ];

    private static IEnumerable<(string Field, string Expression)> Each<T>(IReadOnlyList<T>? items, string list, Func<T, IEnumerable<(string Member, string? Expression)>> expressions) =>
        from item in (items ?? []).Index()
        from found in expressions(item.Item)
        where found.Expression is not null
        select ($"spec.{list}[{item.Index}].{found.Member}", found.Expression);
}
