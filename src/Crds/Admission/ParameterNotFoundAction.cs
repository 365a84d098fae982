namespace Daytwo.Crds.Admission;

/// <summary>What becomes of requests while the ConfigMap is missing.</summary>
public enum ParameterNotFoundAction
{
    Deny,
    Allow,
}
