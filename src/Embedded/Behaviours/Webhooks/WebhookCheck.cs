using System.Text.Json.Nodes;
using Daytwo.Embedded.Behaviours.AdmissionParts;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Behaviours.Webhooks;

/// <summary>What the webhooks of a configuration must say to be accepted, with the API's fields, reasons and texts.</summary>
internal static class WebhookCheck
{
    private static readonly string[] ReviewVersions = ["v1", "v1beta1"];

    public static IEnumerable<FieldError> All(JsonObject configuration)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return configuration.Items("webhooks").SelectMany((webhook, i) =>
        {
            var (at, name) = (new FieldPath("webhooks").Index(i), webhook.Text("name"));
            var duplicate = name.Length == 0 || names.Add(name) ? [] : new[] { FieldError.Duplicate(at.Child("name"), name) };
            return (IEnumerable<FieldError>)[.. Webhook(webhook, at), .. Versions(webhook.Texts("admissionReviewVersions"), at.Child("admissionReviewVersions")), .. duplicate];
        }).ToList();
    }

    private static IEnumerable<FieldError> Webhook(JsonObject webhook, FieldPath at) =>
    [
        .. Name(webhook.Text("name"), at.Child("name")),
        .. webhook.Items("rules").SelectMany((rule, i) => ResourceRuleCheck.Check(rule, at.Child("rules").Index(i))),
        .. AdmissionWords.Check(webhook, at, "failurePolicy", AdmissionWords.FailurePolicies),
        .. AdmissionWords.Check(webhook, at, "matchPolicy", AdmissionWords.MatchPolicies),
        .. webhook["sideEffects"] is null
            ? [FieldError.Required(at.Child("sideEffects"), $"must specify one of {string.Join(", ", AdmissionWords.SideEffects)}")]
            : AdmissionWords.Check(webhook, at, "sideEffects", AdmissionWords.SideEffects),
        .. webhook.Integer("timeoutSeconds") is < 1 or > 30
            ? [FieldError.Invalid(at.Child("timeoutSeconds"), webhook["timeoutSeconds"], "the timeout value must be between 1 and 30 seconds")] : Array.Empty<FieldError>(),
        .. SelectorCheck.Check(webhook.Child("namespaceSelector"), at.Child("namespaceSelector")),
        .. SelectorCheck.Check(webhook.Child("objectSelector"), at.Child("objectSelector")),
        .. AdmissionWords.Check(webhook, at, "reinvocationPolicy", AdmissionWords.ReinvocationPolicies),
        .. ClientConfigCheck.Check(webhook.Child("clientConfig"), at.Child("clientConfig")),
        .. ConditionsCheck.Check(webhook.Items("matchConditions"), at.Child("matchConditions"), CompiledTexts.OfWebhook(webhook, at)),
    ];

    private static FieldError[] Name(string name, FieldPath at)
    {
        if (name.Length == 0)
        {
            return [FieldError.Required(at)];
        }

        var problems = string.Join(',', NameSyntax.Subdomain(name));
        return problems.Length > 0 ? [FieldError.Invalid(at, name, problems)]
            : name.Split('.').Length < 3 ? [FieldError.Invalid(at, name, "should be a domain with at least three segments separated by dots")] : [];
    }

    private static IEnumerable<FieldError> Versions(IReadOnlyList<string> versions, FieldPath at)
    {
        var known = string.Join(", ", ReviewVersions);
        if (versions.Count == 0)
        {
            return [FieldError.Required(at, $"must specify one of {known}")];
        }

        var single = versions.SelectMany((version, i) => versions.Take(i).Contains(version)
            ? [FieldError.Invalid(at.Index(i), version, "duplicate version")]
            : NameSyntax.LetteredLabel(version).Select(problem => FieldError.Invalid(at.Index(i), version, problem)));
        return versions.Intersect(ReviewVersions).Any()
            ? single : [.. single, FieldError.Invalid(at, versions.ToJson(), $"must include at least one of {known}")];
    }
}
