using System.Text;
using Daytwo.Runtime.Informers;

namespace Daytwo.Runtime.Probes;

/// <summary>The checks of one probe.</summary>
public sealed class HealthChecks
{
    private readonly Lock _gate = new();
    private readonly List<HealthCheck> _checks = [new("ping", () => null)];

    public HealthChecks Add(string name, Func<string?> failure)
    {
        lock (_gate)
        {
            _checks.Add(new HealthCheck(name, failure));
        }

        return this;
    }

    /// <summary>Holds once the informer has told everything.</summary>
    public HealthChecks Add(IInformer informer) =>
        Add($"informer-{informer.Type.Plural}", () => informer.Synced ? null : "not synced yet");

    /// <summary>Whether all hold, and the text that tells, in the form of kube-apiserver's.</summary>
    /// <param name="path">What the text calls the probe, such as <c>readyz</c>.</param>
    public (bool Healthy, string Text) Evaluate(string path, bool verbose)
    {
        HealthCheck[] checks;
        lock (_gate)
        {
            checks = [.. _checks];
        }

        var text = new StringBuilder();
        var healthy = true;
        foreach (var check in checks)
        {
            var failure = check.Failure();
            healthy &= failure is null;
            text.Append(failure is null ? $"[+]{check.Name} ok\n" : $"[-]{check.Name} failed: {failure}\n");
        }

        text.Append(healthy ? $"{path} check passed\n" : $"{path} check failed\n");
        return (healthy, healthy && !verbose ? "ok" : text.ToString());
    }
}
