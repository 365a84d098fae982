namespace Daytwo.Proof.Comparing;

/// <summary>What of two answers can differ.</summary>
public enum Aspect
{
    Verdict,
    Code,
    Reason,
    Message,
    Warnings,
    Object,
}
