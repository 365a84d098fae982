namespace Daytwo.Admission.Policies;

/// <summary>A MutatingAdmissionPolicyBinding of <c>admissionregistration.k8s.io/v1</c>.</summary>
public sealed record MutatingAdmissionPolicyBinding
{
    public PolicyMetadata Metadata { get => field ?? new(); init; }

    public MutatingAdmissionPolicyBindingSpec Spec { get => field ?? new(); init; }
}
