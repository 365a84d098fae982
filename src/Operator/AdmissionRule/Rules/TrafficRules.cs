using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>
/// Sums up what the webhook replicas count of a rule. The status is the memory: counts of replicas that are gone stay in it, and it
/// survives the operator.
/// </summary>
internal static class TrafficRules
{
    /// <summary>The status is not written more often for counters alone; a difference is told at once.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    public static void Apply(Draft draft)
    {
        var before = draft.Rule.Spec.Outlet != RuleOutlet.Policy && draft.Status.Webhook is { } known && known.Generation == draft.Rule.Metadata.Generation ? known : null;
        var now = draft.Rule.Spec.Outlet == RuleOutlet.Policy ? null : Next(draft, before);
        if (now is null)
        {
            draft.Status = draft.Status with { CountedSince = null, Counters = null, Comparison = null, Webhook = null };
            return;
        }

        var sum = (now.Replicas ?? []).Aggregate(now.Earlier, (sum, replica) => TrafficSum.Of(sum, replica))!;
        var differences = (sum.Comparison?.Differences ?? 0) - (before is null ? 0 : draft.Status.Comparison?.Differences ?? 0);
        if (before is not null && differences == 0 && before.UpdatedAt + Period > draft.Wall)
        {
            draft.WakeAt(IsSame(before, now) ? null : before.UpdatedAt + Period);
            return;
        }

        if (before is not null && IsSame(before, now))
        {
            return;
        }

        draft.Status = draft.Status with { CountedSince = sum.Since, Counters = Full(sum.Counters), Comparison = Full(sum.Comparison), Webhook = now };
        if (differences > 0 && sum.Comparison?.LastDifference is { } last)
        {
            draft.Tell(NoticeLevel.Warning, Reasons.OutletsDiffer, "CompareOutlets", $"{differences} live requests were answered differently by policy and webhook; the last: {last.Request}: the policy {last.Policy}, the webhook: {last.Webhook}");
        }
    }

    /// <summary>Whether a replica's news are worth a look now.</summary>
    public static bool IsDue(AdmissionRuleStatus status, RuleTraffic? before, RuleTraffic? after, DateTimeOffset wall) =>
        before != after && (before?.Comparison?.Differences != after?.Comparison?.Differences || status.Webhook?.UpdatedAt is not { } at || at + Period <= wall);

    /// <returns>Null while nothing was counted.</returns>
    private static WebhookOutletStatus? Next(Draft draft, WebhookOutletStatus? before)
    {
        var generation = draft.Rule.Metadata.Generation;
        var earlier = before?.Earlier;
        var replicas = new SortedDictionary<string, RuleTraffic>((before?.Replicas ?? []).ToDictionary(replica => replica.Replica!, StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var report in draft.Seen.Replicas)
        {
            if (report.Traffic.GetValueOrDefault(draft.Seen.Name) is not { } traffic || traffic.Generation != generation)
            {
                continue;
            }

            if (replicas.TryGetValue(report.Replica, out var known) && known.Since != traffic.Since)
            {
                earlier = TrafficSum.Of(earlier, known);
            }

            replicas[report.Replica] = traffic with { Replica = report.Replica, Generation = null };
        }

        foreach (var gone in replicas.Keys.Except(draft.Seen.Replicas.Select(report => report.Replica)).ToList())
        {
            earlier = TrafficSum.Of(earlier, replicas[gone]);
            replicas.Remove(gone);
        }

        return earlier is null && replicas.Count == 0 ? null
            : new WebhookOutletStatus { Generation = generation, UpdatedAt = Seconds(draft.Wall), Earlier = earlier, Replicas = replicas.Count == 0 ? null : [.. replicas.Values] };
    }

    private static bool IsSame(WebhookOutletStatus one, WebhookOutletStatus other) => one.Earlier == other.Earlier && (one.Replicas ?? []).SequenceEqual(other.Replicas ?? []);

    private static RuleCounters Full(RuleCounters? counters) => new()
    {
        Allowed = counters?.Allowed ?? 0,
        Denied = counters?.Denied ?? 0,
        Warned = counters?.Warned ?? 0,
        Audited = counters?.Audited ?? 0,
        ShadowDenied = counters?.ShadowDenied ?? 0,
        Changed = counters?.Changed ?? 0,
        Errors = counters?.Errors ?? 0,
    };

    private static OutletComparison? Full(OutletComparison? comparison) => comparison is null ? null : comparison with { Differences = comparison.Differences ?? 0 };

    /// <summary>As the API gives it back.</summary>
    private static DateTimeOffset Seconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
