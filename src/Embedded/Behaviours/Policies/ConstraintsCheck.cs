using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Behaviours.Policies;

/// <summary>The match constraints of a policy: selectors, rules and those excluded; at least one rule.</summary>
internal static class ConstraintsCheck
{
    public static IEnumerable<FieldError> Check(JsonObject? constraints, FieldPath at)
    {
        if (constraints is null)
        {
            return [FieldError.Required(at)];
        }

        return
        [
            .. PolicyWords.Check(constraints, at, "matchPolicy", PolicyWords.MatchPolicies),
            .. SelectorCheck.Check(constraints.Child("namespaceSelector"), at.Child("namespaceSelector")),
            .. SelectorCheck.Check(constraints.Child("objectSelector"), at.Child("objectSelector")),
            .. Rules("resourceRules"),
            .. Rules("excludeResourceRules"),
            .. constraints.Items("resourceRules").Any() ? Array.Empty<FieldError>() : [FieldError.Required(at.Child("resourceRules"))],
        ];

        IEnumerable<FieldError> Rules(string field) => constraints.Items(field).SelectMany((rule, i) => (IEnumerable<FieldError>)
            [.. ObjectNames(rule.Texts("resourceNames"), at.Child(field).Index(i).Child("resourceNames")), .. ResourceRuleCheck.Check(rule, at.Child(field).Index(i))]);
    }

    private static IEnumerable<FieldError> ObjectNames(IReadOnlyList<string> names, FieldPath at) => names.SelectMany((name, i) => (IEnumerable<FieldError>)
    [
        .. NameSyntax.PathSegment(name).Select(problem => FieldError.Invalid(at.Index(i), name, problem)),
        .. names.Take(i).Contains(name) ? [FieldError.Duplicate(at.Index(i), name)] : Array.Empty<FieldError>(),
    ]);
}
