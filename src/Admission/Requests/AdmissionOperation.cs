namespace Daytwo.Admission.Requests;

/// <summary>What a request does.</summary>
public enum AdmissionOperation
{
    Create,
    Update,
    Delete,
    Connect,
}
