using Daytwo.Kubernetes.Objects;

namespace Daytwo.Rules;

/// <summary>The resources of admissionregistration.k8s.io/v1 that rules are rendered to.</summary>
public static class PolicyTypes
{
    private const string Group = "admissionregistration.k8s.io";

    public static ResourceType ValidatingPolicy { get; } = new(Group, "v1", "validatingadmissionpolicies", "ValidatingAdmissionPolicy", Namespaced: false);

    public static ResourceType ValidatingBinding { get; } = new(Group, "v1", "validatingadmissionpolicybindings", "ValidatingAdmissionPolicyBinding", Namespaced: false);

    public static ResourceType MutatingPolicy { get; } = new(Group, "v1", "mutatingadmissionpolicies", "MutatingAdmissionPolicy", Namespaced: false);

    public static ResourceType MutatingBinding { get; } = new(Group, "v1", "mutatingadmissionpolicybindings", "MutatingAdmissionPolicyBinding", Namespaced: false);

    public static IReadOnlyList<ResourceType> All { get; } = [ValidatingPolicy, ValidatingBinding, MutatingPolicy, MutatingBinding];
}
