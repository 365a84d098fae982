using Daytwo.Kubernetes.Objects;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Webhooks.Configurations;

/// <summary>The two kinds of webhook configuration.</summary>
public static class ConfigurationKinds
{
    private const string Group = "admissionregistration.k8s.io";

    public static Resource<DynamicObject> Validating { get; } = DynamicObject.Resource(new ResourceType(Group, "v1", "validatingwebhookconfigurations", "ValidatingWebhookConfiguration", Namespaced: false));

    public static Resource<DynamicObject> Mutating { get; } = DynamicObject.Resource(new ResourceType(Group, "v1", "mutatingwebhookconfigurations", "MutatingWebhookConfiguration", Namespaced: false));

    public static Resource<DynamicObject> Of(AdmissionPhase phase) => phase == AdmissionPhase.Validate ? Validating : Mutating;
}
