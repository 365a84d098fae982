using System.Text.Json.Nodes;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules.Rendering;

namespace Daytwo.Rules.Canary;

/// <summary>
/// Policies that concern nobody but show what an apiserver has in force: creating a Lease of a certain name by dry run is answered
/// with a warning and an annotation that carry the token last written here.
/// </summary>
/// <remarks>
/// An apiserver learns policies in the order they were written, and bindings too, and puts all it knows in force at once. So whoever
/// answers with a token has in force whatever was written before the token. Policy and binding carry it both: the policy in what
/// it says, the binding in the only name it matches.
/// </remarks>
public static class CanaryRenderer
{
    public const string Name = "canary.daytwo.dev";

    /// <summary>The annotation that the mutating canary puts on the Lease.</summary>
    public const string Annotation = "daytwo.dev/canary";

    /// <summary>The name of the Lease to ask with.</summary>
    public static string LeaseName(string token) => "daytwo-canary-" + token;

    /// <summary>What the warning contains.</summary>
    public static string Says(string token) => "canary " + token;

    /// <summary>For validating policies: the policy, then its binding.</summary>
    public static IReadOnlyList<RenderedObject> Validating(string token, string ns)
    {
        var policy = Policy(ns);
        policy["validations"] = new JsonArray(new JsonObject { ["expression"] = "false", ["message"] = Says(token) });
        var binding = Binding(token);
        binding["validationActions"] = new JsonArray("Warn");
        return [Make(PolicyTypes.ValidatingPolicy, policy), Make(PolicyTypes.ValidatingBinding, binding)];
    }

    /// <summary>For mutating policies: the policy, then its binding.</summary>
    public static IReadOnlyList<RenderedObject> Mutating(string token, string ns)
    {
        var policy = Policy(ns);
        policy["mutations"] = new JsonArray(new JsonObject
        {
            ["patchType"] = "ApplyConfiguration",
            ["applyConfiguration"] = new JsonObject { ["expression"] = $"Object{{metadata: Object.metadata{{annotations: {{'{Annotation}': '{token}'}}}}}}" },
        });
        policy["reinvocationPolicy"] = "Never";
        return [Make(PolicyTypes.MutatingPolicy, policy), Make(PolicyTypes.MutatingBinding, Binding(token))];
    }

    private static JsonObject Policy(string ns) => new()
    {
        ["failurePolicy"] = "Ignore",
        ["matchConstraints"] = new JsonObject
        {
            ["namespaceSelector"] = new JsonObject { ["matchLabels"] = new JsonObject { [AlwaysExcluded.NamespaceNameLabel] = ns } },
            ["resourceRules"] = new JsonArray(Leases()),
        },
        ["matchConditions"] = new JsonArray(new JsonObject { ["name"] = "dry-run", ["expression"] = "request.?dryRun.orValue(false)" }),
    };

    private static JsonObject Binding(string token)
    {
        var leases = Leases();
        leases["resourceNames"] = Json.Texts([LeaseName(token)]);
        return new JsonObject { ["policyName"] = Name, ["matchResources"] = new JsonObject { ["resourceRules"] = new JsonArray(leases) } };
    }

    private static JsonObject Leases() => new()
    {
        ["apiGroups"] = Json.Texts(["coordination.k8s.io"]),
        ["apiVersions"] = Json.Texts(["v1"]),
        ["operations"] = Json.Texts(["CREATE"]),
        ["resources"] = Json.Texts(["leases"]),
    };

    private static RenderedObject Make(ResourceType type, JsonObject spec) => new(type, Name, new JsonObject
    {
        ["apiVersion"] = type.ApiVersion,
        ["kind"] = type.Kind,
        ["metadata"] = new JsonObject { ["name"] = Name, ["labels"] = new JsonObject { ["app.kubernetes.io/managed-by"] = "daytwo" } },
        ["spec"] = spec,
    });
}
