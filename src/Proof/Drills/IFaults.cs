namespace Daytwo.Proof.Drills;

/// <summary>Breaks and mends a control plane that is there for nothing else.</summary>
public interface IFaults
{
    /// <summary>Breaks it; returns once it is broken.</summary>
    Task Strike(Fault fault, CancellationToken ct);

    /// <summary>Mends it; returns once that is done, which may be long before verdicts are right again.</summary>
    Task Heal(Fault fault, CancellationToken ct);
}
