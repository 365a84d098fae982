using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds;

/// <summary>The kinds of the API group <c>daytwo.dev</c> and how they are read.</summary>
public static class Kinds
{
    public const string Group = "daytwo.dev";

    public const string Version = "v1alpha1";

    public const string ApiVersion = Group + "/" + Version;

    /// <summary>The only namespace whose Secrets a spec can name, so that no tenant can export the cluster.</summary>
    public const string SecretsNamespace = "daytwo-system";

    /// <summary>The finalizer the operator sets where a deletion has work to do first.</summary>
    public const string Finalizer = Group + "/cleanup";

    public static Resource<EtcdBackup> EtcdBackups { get; } =
        new(new ResourceType(Group, Version, "etcdbackups", "EtcdBackup", Namespaced: false), CrdsJson.Default.EtcdBackup);

    public static Resource<EtcdSnapshot> EtcdSnapshots { get; } =
        new(new ResourceType(Group, Version, "etcdsnapshots", "EtcdSnapshot", Namespaced: false), CrdsJson.Default.EtcdSnapshot);

    public static Resource<AdmissionRule> AdmissionRules { get; } =
        new(new ResourceType(Group, Version, "admissionrules", "AdmissionRule", Namespaced: false), CrdsJson.Default.AdmissionRule);

    public static Resource<RuleException> RuleExceptions { get; } =
        new(new ResourceType(Group, Version, "ruleexceptions", "RuleException", Namespaced: false), CrdsJson.Default.RuleException);
}
