using Daytwo.Embedded.Behaviours.Policies;
using Daytwo.Embedded.Behaviours.Webhooks;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.Behaviours;

/// <summary>The behaviours of the built-in kinds that have any.</summary>
internal sealed class KindBehaviours
{
    private static readonly IKindBehaviour None = new NoBehaviour();

    private readonly Dictionary<string, IKindBehaviour> byCollection = new(StringComparer.Ordinal)
    {
        ["configmaps"] = new ConfigMapBehaviour(),
        ["jobs.batch"] = new JobBehaviour(),
        ["namespaces"] = new NamespaceBehaviour(),
        ["secrets"] = new SecretBehaviour(),
        ["services"] = new ServiceBehaviour(),
        ["customresourcedefinitions.apiextensions.k8s.io"] = new DefinitionBehaviour(),
        ["validatingadmissionpolicies.admissionregistration.k8s.io"] = new CheckedBehaviour(ValidatingPolicyCheck.Check),
        ["validatingadmissionpolicybindings.admissionregistration.k8s.io"] = new CheckedBehaviour(BindingCheck.Validating),
        ["mutatingadmissionpolicies.admissionregistration.k8s.io"] = new CheckedBehaviour(MutatingPolicyCheck.Check),
        ["mutatingadmissionpolicybindings.admissionregistration.k8s.io"] = new CheckedBehaviour(BindingCheck.Mutating),
        ["validatingwebhookconfigurations.admissionregistration.k8s.io"] = new CheckedBehaviour(WebhookCheck.All),
        ["mutatingwebhookconfigurations.admissionregistration.k8s.io"] = new CheckedBehaviour(WebhookCheck.All),
    };

    public IKindBehaviour Of(KindDefinition kind) => byCollection.GetValueOrDefault(kind.Collection, None);

    private sealed class NoBehaviour : IKindBehaviour;
}
