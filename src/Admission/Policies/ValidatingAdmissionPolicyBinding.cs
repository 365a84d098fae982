namespace Daytwo.Admission.Policies;

/// <summary>A ValidatingAdmissionPolicyBinding of <c>admissionregistration.k8s.io/v1</c>.</summary>
public sealed record ValidatingAdmissionPolicyBinding
{
    public PolicyMetadata Metadata { get => field ?? new(); init; }

    public ValidatingAdmissionPolicyBindingSpec Spec { get => field ?? new(); init; }
}
