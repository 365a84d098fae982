namespace Daytwo.Proof.Drills;

/// <summary>What a drill breaks.</summary>
public enum Fault
{
    ReplicaKilled,
    CertificateExpired,
    WebhookSlow,
    WebhookSilent,
    OtherApiserverRestarted,
    OwnApiserverRestarted,
    CostOverBudget,
}
