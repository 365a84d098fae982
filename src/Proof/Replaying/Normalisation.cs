namespace Daytwo.Proof.Replaying;

/// <summary>A difference that any two requests, or the two outlets by their nature, have, and that is therefore taken out before comparing.</summary>
/// <param name="Where">message, warnings, object, details.</param>
/// <param name="What">What is taken out.</param>
/// <param name="Why">Why it says nothing about the rule.</param>
public sealed record Normalisation(string Where, string What, string Why)
{
    /// <summary>All there are; a report lists them.</summary>
    public static IReadOnlyList<Normalisation> All { get; } =
    [
        new("message", "ValidatingAdmissionPolicy 'NAME' with binding 'NAME' denied request: …", "the apiserver names the policy; what the rule says follows"),
        new("message", "policy 'NAME' with binding 'NAME' denied request: …", "the same, of a MutatingAdmissionPolicy"),
        new("message", "admission webhook \"NAME\" denied the request: AdmissionRule 'NAME' denied request: …", "the apiserver names the webhook, the webhook the rule; what the rule says follows"),
        new("message", "RESOURCE \"NAME\" is forbidden: …", "the apiserver writes it before refusals of policies, and not before those of webhooks"),
        new("warnings", "Validation failed for ValidatingAdmissionPolicy 'NAME' with binding 'NAME': …", "the apiserver names the policy; a webhook names the rule"),
        new("warnings", "those beyond some 4 KiB", "the apiserver cuts or leaves them out, by the length of its own words too"),
        new("details", "status.details", "the apiserver fills name, group, kind and causes for policies, and what a webhook gives for webhooks"),
        new("object", "metadata.uid, creationTimestamp, managedFields, resourceVersion, generation", "new for each request"),
        new("object", "the uid where it is repeated (labels and selectors of Jobs), names kube-api-access-…", "made at random for each request"),
        new("object", "status", "controllers write it between two requests"),
        new("object", "spec.clusterIP, clusterIPs, nodePort, healthCheckNodePort", "allocated at random for each request"),
    ];
}
