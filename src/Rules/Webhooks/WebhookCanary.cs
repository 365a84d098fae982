using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Crds.Admission;
using Daytwo.Rules.Rendering;

namespace Daytwo.Rules.Webhooks;

/// <summary>
/// An entry of each webhook configuration that concerns nobody but shows what an apiserver has in force: creating a Lease of a certain
/// name by dry run is answered with a warning that carries a token made from the entries beside it.
/// </summary>
/// <remarks>
/// The token is in the entry's path, and an apiserver takes a configuration over as a whole. So a warning with it proves all three: the
/// apiserver has these entries, it reaches a replica, and it trusts the replica's certificate. The entry fails closed, so that a refusal says
/// what is in the way; it can fail nothing but a dry run of that one name.
/// </remarks>
public static class WebhookCanary
{
    /// <summary>The name of the Lease to ask with.</summary>
    public const string LeaseName = "daytwo-webhook-canary";

    /// <summary>The one request it is about. config/webhooks names it too, for it is what replicas may be called about beyond rules.</summary>
    public const string Condition = $"request.name == '{LeaseName}' && request.?dryRun.orValue(false)";

    private const string Folder = "/canary/";
    private const int TokenLength = 12;
    private const int Patience = 5;

    /// <summary>What a replica answers to a call of a path; null when the path is no canary's.</summary>
    public static string? Answer(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path[Folder.Length..].Split('/') is [("mutate" or "validate") and var phase, { Length: TokenLength } token] && token.All(char.IsAsciiHexDigitLower)
            ? Says(phase, token) : null;

    /// <summary>What an apiserver answers that has the entries of a phase in force and reaches a replica; null where there are no entries.</summary>
    public static string? Expected(AdmissionPhase phase, EntryPlan plan) =>
        EntryRendering.Entries(phase, plan) is { Count: > 0 } entries ? Says(Word(phase), Token(entries)) : null;

    /// <param name="beside">The entries it speaks for, without the address they are called at.</param>
    internal static (JsonObject Entry, string Path) Render(AdmissionPhase phase, IReadOnlyList<JsonObject> beside)
    {
        var entry = new JsonObject
        {
            ["name"] = $"{Word(phase)}-canary{WebhookEntry.Domain}",
            ["rules"] = new JsonArray(new JsonObject
            {
                ["apiGroups"] = Json.Texts(["coordination.k8s.io"]),
                ["apiVersions"] = Json.Texts(["v1"]),
                ["operations"] = Json.Texts(["CREATE"]),
                ["resources"] = Json.Texts(["leases"]),
                ["scope"] = nameof(ResourceScope.Namespaced),
            }),
            ["failurePolicy"] = nameof(WebhookFailurePolicy.Fail),
            ["matchPolicy"] = nameof(MatchPolicy.Equivalent),
            ["namespaceSelector"] = new JsonObject(),
            ["objectSelector"] = new JsonObject(),
            ["sideEffects"] = "None",
            ["timeoutSeconds"] = Patience,
            ["admissionReviewVersions"] = Json.Texts(["v1"]),
            ["matchConditions"] = new JsonArray(new JsonObject { ["name"] = "canary", ["expression"] = Condition }),
        };
        if (phase == AdmissionPhase.Mutate)
        {
            entry["reinvocationPolicy"] = nameof(ReinvocationPolicy.Never);
        }

        return (entry, $"{Folder}{Word(phase)}/{Token(beside)}");
    }

    private static string Says(string phase, string token) => $"daytwo canary {phase} {token}";

    private static string Word(AdmissionPhase phase) => phase == AdmissionPhase.Validate ? "validate" : "mutate";

    private static string Token(IReadOnlyList<JsonObject> entries) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', entries.Select(entry => entry.ToJsonString())))))[..TokenLength];
}
