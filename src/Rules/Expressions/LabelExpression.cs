using Daytwo.Kubernetes.Objects;

namespace Daytwo.Rules.Expressions;

/// <summary>Writes label selectors as CEL.</summary>
internal static class LabelExpression
{
    /// <summary>The terms that must all be true of an optional map of labels.</summary>
    /// <param name="labels">A CEL expression for it, such as <c>object.?metadata.?labels</c>.</param>
    public static IEnumerable<string> Terms(string labels, LabelSelector selector) =>
        [
            .. (selector.MatchLabels ?? new Dictionary<string, string>()).OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => IsIn(labels, label.Key, [label.Value])),
            .. (selector.MatchExpressions ?? []).Select(requirement => Term(labels, requirement)),
        ];

    private static string Term(string labels, LabelSelectorRequirement requirement) => requirement.Operator switch
    {
        "In" => IsIn(labels, requirement.Key, requirement.Values ?? []),
        "NotIn" => $"!({IsIn(labels, requirement.Key, requirement.Values ?? [])})",
        "Exists" => Exists(labels, requirement.Key),
        "DoesNotExist" => "!" + Exists(labels, requirement.Key),
        _ => throw new InvalidOperationException($"operator '{requirement.Operator}' is none that the API lets through"),
    };

    private static string IsIn(string labels, string key, IReadOnlyList<string> values)
    {
        var value = $"{labels}[?{CelLiteral.Of(key)}].orValue('')";
        var test = values is [var only] ? $"{value} == {CelLiteral.Of(only)}" : $"{value} in {CelLiteral.Of(values)}";

        // A label may have no value; then only asking whether it is there tells it from none.
        return values.Contains("") ? $"{Exists(labels, key)} && {test}" : test;
    }

    private static string Exists(string labels, string key) => $"{labels}[?{CelLiteral.Of(key)}].hasValue()";
}
