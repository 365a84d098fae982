namespace Daytwo.Proof.Measuring;

/// <summary>Which outlets a measured request passes.</summary>
public enum Setup
{
    None,
    Policy,
    Webhook,
    Both,
}
