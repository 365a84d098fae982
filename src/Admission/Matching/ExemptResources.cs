using Daytwo.Admission.Requests;

namespace Daytwo.Admission.Matching;

/// <summary>Resources that no policy sees: those that hold policies, so that one can always be taken back, and reviews, which store nothing.</summary>
public static class ExemptResources
{
    public static bool Has(GroupVersionResource resource) => resource.Group switch
    {
        "admissionregistration.k8s.io" => resource.Resource is "validatingadmissionpolicies" or "validatingadmissionpolicybindings" or "mutatingadmissionpolicies" or "mutatingadmissionpolicybindings",
        "authentication.k8s.io" => resource.Resource is "tokenreviews" or "selfsubjectreviews",
        "authorization.k8s.io" => resource.Resource is "localsubjectaccessreviews" or "selfsubjectaccessreviews" or "selfsubjectrulesreviews" or "subjectaccessreviews",
        _ => false,
    };
}
