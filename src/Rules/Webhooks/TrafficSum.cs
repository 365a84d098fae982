using Daytwo.Crds.Admission.Status;

namespace Daytwo.Rules.Webhooks;

/// <summary>Adds up what replicas counted; pure.</summary>
public static class TrafficSum
{
    /// <summary>Both together, since the earlier of their beginnings.</summary>
    public static RuleTraffic Of(RuleTraffic? one, RuleTraffic? other) => one is null || other is null ? Bare(one ?? other ?? new RuleTraffic()) : new RuleTraffic
    {
        Since = one.Since < other.Since ? one.Since : other.Since ?? one.Since,
        Counters = Of(one.Counters, other.Counters),
        Comparison = Of(one.Comparison, other.Comparison),
    };

    private static RuleTraffic Bare(RuleTraffic traffic) => traffic with { Replica = null, Generation = null };

    private static RuleCounters? Of(RuleCounters? one, RuleCounters? other) => one is null || other is null ? one ?? other : new RuleCounters
    {
        Allowed = Of(one.Allowed, other.Allowed),
        Denied = Of(one.Denied, other.Denied),
        Warned = Of(one.Warned, other.Warned),
        Audited = Of(one.Audited, other.Audited),
        ShadowDenied = Of(one.ShadowDenied, other.ShadowDenied),
        Changed = Of(one.Changed, other.Changed),
        Errors = Of(one.Errors, other.Errors),
    };

    private static OutletComparison? Of(OutletComparison? one, OutletComparison? other) => one is null || other is null ? one ?? other : new OutletComparison
    {
        Requests = Of(one.Requests, other.Requests),
        Differences = Of(one.Differences, other.Differences),
        LastDifference = one.LastDifference is null || other.LastDifference?.At > one.LastDifference.At ? other.LastDifference : one.LastDifference,
    };

    private static long? Of(long? one, long? other) => one is null ? other : one + (other ?? 0);
}
