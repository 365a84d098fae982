using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Rules.Rendering;

namespace Daytwo.Rules.Webhooks;

/// <summary>Writes the entries of a webhook configuration, the API's defaults written out; pure.</summary>
public static class EntryRendering
{
    /// <summary>The name of both configurations, which exist from installation on; only their entries change.</summary>
    public const string ConfigurationName = "daytwo-webhooks";

    /// <summary>The entries of one phase's configuration: those of rules, and where there are any, the canary that shows them in force.</summary>
    /// <param name="authorities">Certificates that apiservers are to trust, PEM; order and repetition do not matter.</param>
    public static JsonArray Render(AdmissionPhase phase, EntryPlan plan, WebhookTarget target, IEnumerable<string> authorities)
    {
        var entries = Entries(phase, plan);
        if (entries.Count == 0)
        {
            return [];
        }

        var (canary, canaryPath) = WebhookCanary.Render(phase, entries);
        var bundle = Convert.ToBase64String(Encoding.ASCII.GetBytes(Bundle(authorities)));
        foreach (var (entry, path) in entries.Zip(Ordered(phase, plan), (entry, from) => (entry, from.Key.Path)).Append((canary, canaryPath)))
        {
            entry["clientConfig"] = target.ClientConfig(path, bundle);
        }

        return Json.Array(entries.Append(canary));
    }

    /// <summary>The entries of rules, without the address they are called at.</summary>
    internal static IReadOnlyList<JsonObject> Entries(AdmissionPhase phase, EntryPlan plan) => [.. Ordered(phase, plan).Select(entry => Entry(entry.Key, entry.Value))];

    private static IEnumerable<KeyValuePair<WebhookEntry, IReadOnlyList<AdmissionRule>>> Ordered(AdmissionPhase phase, EntryPlan plan) => plan.Entries
        .Where(entry => entry.Key.Phase == phase)
        .OrderBy(entry => entry.Key.FailurePolicy).ThenBy(entry => entry.Key.Lane);

    /// <summary>PEM texts in one order, each once.</summary>
    private static string Bundle(IEnumerable<string> authorities) =>
        string.Concat(authorities.Select(pem => pem.Trim() + "\n").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static JsonObject Entry(WebhookEntry entry, IReadOnlyList<AdmissionRule> rules)
    {
        var json = new JsonObject
        {
            ["name"] = entry.Name,
            ["rules"] = Json.Array(Resources(rules, entry.Phase)),
            ["failurePolicy"] = entry.FailurePolicy.ToString(),
            ["matchPolicy"] = nameof(MatchPolicy.Equivalent),
            ["namespaceSelector"] = MatchRendering.NamespaceSelector(null),
            ["objectSelector"] = new JsonObject(),
            ["sideEffects"] = "None",
            ["timeoutSeconds"] = rules.Max(rule => (rule.Spec.Webhook ?? new RuleWebhook()).TimeoutSeconds),
            ["admissionReviewVersions"] = Json.Texts(["v1"]),
        };
        json.Put("matchConditions", Json.AnyOf([.. AlwaysExcluded.EntryConditions([.. rules.SelectMany(rule => rule.Spec.Match.ResourceRules)], entry.FailurePolicy == WebhookFailurePolicy.Fail), .. Compared(rules)]));
        if (entry.Phase == AdmissionPhase.Mutate)
        {
            // All of an entry agree (EntryPlan).
            json["reinvocationPolicy"] = rules[0].Spec.ReinvocationPolicy.ToString();
        }

        return json;
    }

    /// <summary>All of an entry agree (<see cref="EntryPlan"/>).</summary>
    private static IEnumerable<JsonObject> Compared(IReadOnlyList<AdmissionRule> rules) =>
        ComparedCopy.Condition(rules[0]) is { } condition ? [new JsonObject { ["name"] = condition.Name, ["expression"] = condition.Expression }] : [];

    /// <summary>What any of the rules may be about; those with the same resources become one, with the operations of all.</summary>
    private static IEnumerable<JsonObject> Resources(IReadOnlyList<AdmissionRule> rules, AdmissionPhase phase) => rules
        .SelectMany(rule => rule.Spec.Match.ResourceRules)
        .Select(resources => (Key: Key(resources), Resources: resources, Operations: Operations(resources, phase)))
        .Where(item => item.Operations.Length > 0)
        .GroupBy(item => item.Key, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => Resource(group.First().Resources, group.SelectMany(item => item.Operations)));

    private static JsonObject Resource(RuleResources resources, IEnumerable<AdmissionOperation> operations) => new()
    {
        ["apiGroups"] = Json.Texts(resources.ApiGroups),
        ["apiVersions"] = Json.Texts(resources.ApiVersions),
        ["operations"] = Json.Texts(operations.Distinct().Order().Select(operation => operation.ToString().ToUpperInvariant())),
        ["resources"] = Json.Texts(resources.Resources),
        ["scope"] = resources.Scope == ResourceScope.Any ? "*" : resources.Scope.ToString(),
    };

    private static AdmissionOperation[] Operations(RuleResources resources, AdmissionPhase phase) =>
        [.. (resources.Operations.Contains(AdmissionOperation.Any) ? [AdmissionOperation.Create, AdmissionOperation.Update, AdmissionOperation.Delete, AdmissionOperation.Connect] : resources.Operations)
            .Where(operation => phase == AdmissionPhase.Validate || operation != AdmissionOperation.Delete)];

    private static string Key(RuleResources resources) =>
        $"{string.Join(',', resources.ApiGroups)}/{string.Join(',', resources.ApiVersions)}/{string.Join(',', resources.Resources)}/{resources.Scope}";
}
