namespace Daytwo.Crds.Admission;

/// <summary>What becomes of a request that breaks a rule.</summary>
public enum RuleMode
{
    Enforce,
    Warn,
    Audit,
    Shadow,
}
