namespace Daytwo.Admission.Policies;

/// <summary>A ValidatingAdmissionPolicy of <c>admissionregistration.k8s.io/v1</c>.</summary>
public sealed record ValidatingAdmissionPolicy
{
    public PolicyMetadata Metadata { get => field ?? new(); init; }

    public ValidatingAdmissionPolicySpec Spec { get => field ?? new(); init; }
}
