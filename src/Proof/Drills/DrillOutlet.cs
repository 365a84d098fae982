namespace Daytwo.Proof.Drills;

/// <summary>What serves the rule during a drill, alone.</summary>
public enum DrillOutlet
{
    /// <summary>The apiserver; what cannot be judged is refused.</summary>
    Policy,

    /// <summary>The apiserver, with failurePolicy Ignore on the rule; only where expressions fail is that another outlet than the first.</summary>
    PolicyFailOpen,

    /// <summary>A webhook; what it does not answer passes.</summary>
    WebhookFailOpen,

    /// <summary>A webhook; what it does not answer is refused.</summary>
    WebhookFailClosed,
}
