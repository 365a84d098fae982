using System.Text.Json.Nodes;
using Daytwo.Embedded.Behaviours.AdmissionParts;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Behaviours.Policies;

/// <summary>Which requests a policy or a binding is for: selectors, rules and those excluded.</summary>
internal static class ConstraintsCheck
{
    /// <summary>A policy has constraints, of at least one rule.</summary>
    public static IEnumerable<FieldError> OfPolicy(JsonObject? constraints, FieldPath at) => constraints is null
        ? [FieldError.Required(at)]
        : [.. Check(constraints, at), .. constraints.Items("resourceRules").Any() ? Array.Empty<FieldError>() : [FieldError.Required(at.Child("resourceRules"))]];

    public static IEnumerable<FieldError> Check(JsonObject? constraints, FieldPath at) =>
    [
        .. AdmissionWords.Check(constraints, at, "matchPolicy", AdmissionWords.MatchPolicies),
        .. SelectorCheck.Check(constraints.Child("namespaceSelector"), at.Child("namespaceSelector")),
        .. SelectorCheck.Check(constraints.Child("objectSelector"), at.Child("objectSelector")),
        .. Rules(constraints, at, "resourceRules"),
        .. Rules(constraints, at, "excludeResourceRules"),
    ];

    private static IEnumerable<FieldError> Rules(JsonObject? constraints, FieldPath at, string field) => constraints.Items(field).SelectMany((rule, i) => (IEnumerable<FieldError>)
        [.. ObjectNames(rule.Texts("resourceNames"), at.Child(field).Index(i).Child("resourceNames")), .. ResourceRuleCheck.Check(rule, at.Child(field).Index(i))]);

    private static IEnumerable<FieldError> ObjectNames(IReadOnlyList<string> names, FieldPath at) => names.SelectMany((name, i) => (IEnumerable<FieldError>)
    [
        .. NameSyntax.PathSegment(name).Select(problem => FieldError.Invalid(at.Index(i), name, problem)),
        .. names.Take(i).Contains(name) ? [FieldError.Duplicate(at.Index(i), name)] : Array.Empty<FieldError>(),
    ]);
}
