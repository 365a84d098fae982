using System.Text.Json.Nodes;

namespace Daytwo.Proof.Judging;

/// <summary>What an API would know of a kind, where there is none to ask: as Kubernetes' own kinds are.</summary>
internal static class GuessedResource
{
    private static readonly HashSet<string> ClusterScoped = new(StringComparer.Ordinal)
    {
        "Namespace", "Node", "PersistentVolume", "ClusterRole", "ClusterRoleBinding", "StorageClass", "VolumeAttachment", "CSIDriver", "CSINode", "PriorityClass", "IngressClass", "RuntimeClass",
        "CustomResourceDefinition", "APIService", "FlowSchema", "PriorityLevelConfiguration", "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration",
        "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding", "CertificateSigningRequest",
    };

    /// <summary>The resource of a kind, such as ingresses of Ingress.</summary>
    public static string Plural(string kind)
    {
        var lower = kind.ToLowerInvariant();
        return lower switch
        {
            "endpoints" => lower,
            _ when lower.EndsWith('s') || lower.EndsWith('x') || lower.EndsWith("ch", StringComparison.Ordinal) => lower + "es",
            _ when lower.EndsWith('y') && !lower.EndsWith("ey", StringComparison.Ordinal) && !lower.EndsWith("ay", StringComparison.Ordinal) => lower[..^1] + "ies",
            _ => lower + "s",
        };
    }

    /// <summary>Whether objects of a kind have a namespace; kinds of others are taken to.</summary>
    public static bool Namespaced(string kind) => !ClusterScoped.Contains(kind);

    /// <summary>A namespace as the API would have made it.</summary>
    public static JsonObject Namespace(string name, JsonObject? labels)
    {
        var all = labels?.DeepClone().AsObject() ?? [];
        all["kubernetes.io/metadata.name"] = name;
        return new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Namespace", ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = all } };
    }
}
