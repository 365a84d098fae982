using System.Collections.Concurrent;
using Daytwo.Operator.AdmissionRule.Observation;

namespace Daytwo.Operator.AdmissionRule.Effects;

/// <summary>What the API last refused of each rule. Lost with the process: then it is asked, and refuses, once more.</summary>
internal sealed class RefusalMemory
{
    private readonly ConcurrentDictionary<string, Refusal> refusals = new(StringComparer.Ordinal);

    public Refusal? Of(string rule) => refusals.GetValueOrDefault(rule);

    public void Remember(string rule, Refusal refusal) => refusals[rule] = refusal;

    public void Forget(string rule) => refusals.TryRemove(rule, out _);
}
