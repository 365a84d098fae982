namespace Daytwo.Crds.Admission;

/// <summary>Why a request is refused, for programs.</summary>
public enum ValidationReason
{
    Invalid,
    Forbidden,
    Unauthorized,
    RequestEntityTooLarge,
}
