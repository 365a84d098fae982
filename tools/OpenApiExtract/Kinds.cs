namespace Daytwo.OpenApiExtract;

/// <summary>The kinds whose definitions, and all that these reach, are kept.</summary>
internal static class Kinds
{
    public static readonly IReadOnlyDictionary<string, string[]> ByPath = new Dictionary<string, string[]>
    {
        ["api/v1"] =
        [
            "Binding", "ConfigMap", "Endpoints", "Event", "Eviction", "LimitRange", "Namespace", "Node", "PersistentVolume", "PersistentVolumeClaim", "Pod",
            "PodTemplate", "ReplicationController", "ResourceQuota", "Secret", "Service", "ServiceAccount", "TokenRequest",
        ],
        ["apis/admissionregistration.k8s.io/v1"] =
        [
            "MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding", "MutatingWebhookConfiguration",
            "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "ValidatingWebhookConfiguration",
        ],
        ["apis/apiextensions.k8s.io/v1"] = ["CustomResourceDefinition"],
        ["apis/apps/v1"] = ["ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "Scale", "StatefulSet"],
        ["apis/authentication.k8s.io/v1"] = ["SelfSubjectReview", "TokenReview"],
        ["apis/authorization.k8s.io/v1"] = ["LocalSubjectAccessReview", "SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview"],
        ["apis/batch/v1"] = ["CronJob", "Job"],
        ["apis/certificates.k8s.io/v1"] = ["CertificateSigningRequest"],
        ["apis/coordination.k8s.io/v1"] = ["Lease"],
        ["apis/discovery.k8s.io/v1"] = ["EndpointSlice"],
        ["apis/events.k8s.io/v1"] = ["Event"],
        ["apis/networking.k8s.io/v1"] = ["Ingress", "IngressClass", "NetworkPolicy"],
        ["apis/policy/v1"] = ["PodDisruptionBudget"],
        ["apis/rbac.authorization.k8s.io/v1"] = ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
        ["apis/scheduling.k8s.io/v1"] = ["PriorityClass"],
        ["apis/storage.k8s.io/v1"] = ["StorageClass"],
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
