namespace Daytwo.OpenApiExtract;

/// <summary>The kinds whose definitions, and all that these reach, are kept.</summary>
internal static class Kinds
{
    public static readonly IReadOnlyDictionary<string, string[]> ByPath = new Dictionary<string, string[]>
    {
        ["api/v1"] = ["ConfigMap", "Endpoints", "Event", "Namespace", "Node", "Pod", "Secret", "Service", "ServiceAccount"],
        ["apis/admissionregistration.k8s.io/v1"] =
        [
            "MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding", "MutatingWebhookConfiguration",
            "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "ValidatingWebhookConfiguration",
        ],
        ["apis/apiextensions.k8s.io/v1"] = ["CustomResourceDefinition"],
        ["apis/apps/v1"] = ["DaemonSet", "Deployment", "ReplicaSet", "Scale", "StatefulSet"],
        ["apis/batch/v1"] = ["CronJob", "Job"],
        ["apis/certificates.k8s.io/v1"] = ["CertificateSigningRequest"],
        ["apis/coordination.k8s.io/v1"] = ["Lease"],
        ["apis/events.k8s.io/v1"] = ["Event"],
        ["apis/policy/v1"] = ["PodDisruptionBudget"],
        ["apis/rbac.authorization.k8s.io/v1"] = ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
    };

    /// <summary>Definitions that every document needs though no kind refers to them.</summary>
    public static readonly IReadOnlyList<string> Always =
    [
        "io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions",
        "io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta",
        "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta",
        "io.k8s.apimachinery.pkg.apis.meta.v1.Patch",
        "io.k8s.apimachinery.pkg.apis.meta.v1.Status",
    ];
}
