namespace Daytwo.Crds.Admission.Status;

/// <summary>How bad a finding is.</summary>
public enum FindingLevel
{
    Error,
    Warning,
}
