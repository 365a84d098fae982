namespace Daytwo.Crds.Stores;

/// <summary>Whether anybody can lift an Object Lock.</summary>
public enum ObjectLockMode
{
    Governance,
    Compliance,
}
