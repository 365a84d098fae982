namespace Daytwo.Crds.Admission;

/// <summary>What serves a rule.</summary>
public enum RuleOutlet
{
    Policy,
    Webhook,
    Both,
}
