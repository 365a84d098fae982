namespace Daytwo.Proof.Drills;

/// <summary>One way for things to break.</summary>
/// <param name="Name">For command lines, such as replica-killed.</param>
/// <param name="Title">For people.</param>
/// <param name="How">What exactly is done, so that nobody takes the drill for more than it is.</param>
/// <param name="Seconds">How long the fault lasts, at least.</param>
/// <param name="Pace">Requests sent per second, whether or not earlier ones were answered.</param>
public sealed record Drill(Fault Fault, string Name, string Title, string How, double Seconds, double Pace = 20)
{
    /// <summary>So long that calls which are not answered end by their timeout while the fault lasts.</summary>
    private static readonly TimeSpan BeyondTimeout = TimeSpan.FromSeconds(5);

    /// <summary>By how much answers of a slow webhook are late; below any timeout that the API allows.</summary>
    public static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(400);

    public static IReadOnlyList<Drill> All { get; } =
    [
        new(Fault.ReplicaKilled, "replica-killed", "The only webhook replica is killed and started again",
            "SIGKILL to the one process of 'daytwo webhooks'; its port refuses connections. Mended by starting the program again, which makes a new certificate. With several replicas the others would answer.", 6),
        new(Fault.CertificateExpired, "certificate-expired", "The serving certificate has expired",
            "A relay in front of the replica answers TLS handshakes with a certificate that ended an hour ago, of an authority that the bundles of all entries hold; open connections are cut, for apiservers go on using those. "
            + "A replica of Daytwo replaces its certificate after a third of its life and would rather refuse handshakes than serve an expired one; for apiservers that is the same. Mended by passing on to the replica again.", 6),
        new(Fault.WebhookSlow, "slow-webhook", $"The webhook answers {Slowness.TotalMilliseconds:0} ms late",
            "The relay holds each part of the replica's answers back, handshakes included; within timeoutSeconds.", 6),
        new(Fault.WebhookSilent, "silent-webhook", "The webhook does not answer at all",
            "The relay takes connections and requests and passes no answer on, as a host that hangs. Each call ends at the rule's webhook.timeoutSeconds. Mended by passing on what was held back.", 10),
        new(Fault.OtherApiserverRestarted, "other-apiserver", "The other apiserver is killed and started again",
            "SIGKILL to the one of two kube-apiservers that the webhook replica watches; clients speak to the other one. Mended by starting it again.", 6),
        new(Fault.OwnApiserverRestarted, "own-apiserver", "The clients' own apiserver is killed and started again",
            "SIGKILL to the kube-apiserver that clients speak to, and to no other: as behind a balancer that has not noticed. Mended by starting it again.", 6),
        new(Fault.CostOverBudget, "over-budget", "A rule costs more than its budget on large objects",
            "Another rule, in the same outlet: an expression that grows with the square of a list. The fault is that objects of 200 KB with a long list of long names are sent; nothing is broken. The outlets that fail open have failurePolicy Ignore on the rule itself, "
            + "for nothing else decides here.", 6, 4),
    ];

    /// <summary>How long the fault lasts, where an apiserver waits so long for a webhook.</summary>
    public TimeSpan Lasts(TimeSpan timeout) =>
        TimeSpan.FromSeconds(Fault == Fault.WebhookSilent ? Math.Max(Seconds, (timeout + BeyondTimeout).TotalSeconds) : Seconds);
}
