using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Behaviours.AdmissionParts;

/// <summary>A rule of operations and resources: nothing is missing, and where a wildcard says it all, nothing else is said.</summary>
internal static class ResourceRuleCheck
{
    public static IEnumerable<FieldError> Check(JsonObject rule, FieldPath at) =>
    [
        .. All(rule, at, "operations", "other operations"),
        .. rule.Texts("operations").SelectMany((operation, i) => AdmissionWords.Operations.Contains(operation)
            ? Array.Empty<FieldError>() : [FieldError.NotSupported(at.Child("operations").Index(i), operation, AdmissionWords.Operations)]),
        .. All(rule, at, "apiGroups", "other API groups"),
        .. All(rule, at, "apiVersions", "other API versions"),
        .. Empty(rule.Texts("apiVersions"), at.Child("apiVersions")),
        .. Resources(rule.Texts("resources"), at.Child("resources")),
        .. AdmissionWords.Check(rule, at, "scope", AdmissionWords.Scopes),
    ];

    private static IEnumerable<FieldError> All(JsonObject rule, FieldPath at, string field, string others)
    {
        var words = rule.Texts(field);
        return words.Count == 0 ? [FieldError.Required(at.Child(field))]
            : words.Count > 1 && words.Contains("*") ? [FieldError.Invalid(at.Child(field), words.ToJson(), $"if '*' is present, must not specify {others}")] : [];
    }

    private static IEnumerable<FieldError> Empty(IReadOnlyList<string> words, FieldPath at) =>
        words.SelectMany((word, i) => word.Length == 0 ? [FieldError.Required(at.Index(i))] : Array.Empty<FieldError>());

    private static IEnumerable<FieldError> Resources(IReadOnlyList<string> resources, FieldPath at)
    {
        if (resources.Count == 0)
        {
            yield return FieldError.Required(at);
        }

        // Whether the last resource without a subresource is a name: as the API has it.
        var named = false;
        for (var i = 0; i < resources.Count; i++)
        {
            var parts = resources[i].Split('/', 2);
            named = parts.Length == 1 && resources[i].Length > 0 ? resources[i] != "*" : named;
            foreach (var error in resources[i].Length == 0 ? [FieldError.Required(at.Index(i))] : parts.Length == 2 ? Covered(resources, i, parts, at.Index(i)) : [])
            {
                yield return error;
            }
        }

        if (resources.Count > 1 && resources.Contains("*/*"))
        {
            yield return FieldError.Invalid(at, resources.ToJson(), "if '*/*' is present, must not specify other resources");
        }

        if (named && resources.Contains("*"))
        {
            yield return FieldError.Invalid(at, resources.ToJson(), "if '*' is present, must not specify other resources without subresources");
        }
    }

    /// <summary>Whether an earlier wildcard includes a subresource.</summary>
    private static IEnumerable<FieldError> Covered(IReadOnlyList<string> resources, int index, string[] parts, FieldPath at) =>
        new[] { $"{parts[0]}/*", $"*/{parts[1]}" }.Where(wildcard => resources.Take(index).Contains(wildcard))
            .Select(wildcard => FieldError.Invalid(at, resources[index], $"if '{wildcard}' is present, must not specify {resources[index]}"));
}
