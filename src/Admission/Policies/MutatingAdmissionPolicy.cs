namespace Daytwo.Admission.Policies;

/// <summary>A MutatingAdmissionPolicy of <c>admissionregistration.k8s.io/v1</c>.</summary>
public sealed record MutatingAdmissionPolicy
{
    public PolicyMetadata Metadata { get => field ?? new(); init; }

    public MutatingAdmissionPolicySpec Spec { get => field ?? new(); init; }
}
