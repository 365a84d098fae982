namespace Daytwo.Rules.Webhooks;

/// <summary>Whether the webhook replicas agree on a rule; pure.</summary>
/// <param name="LoadedBy">Live replicas that have loaded it as it is now.</param>
/// <param name="PendingOn">Live replicas that have not, each with why.</param>
/// <param name="Refused">Why a replica will never load it as it is; null when waiting may help.</param>
public sealed record WebhookAgreement(IReadOnlyList<string> LoadedBy, IReadOnlyList<string> PendingOn, string? Refused)
{
    /// <summary>At least one replica lives, and every live one enforces the rule as it is now.</summary>
    public bool IsReached => LoadedBy.Count > 0 && PendingOn.Count == 0;

    /// <param name="rule">The name of the AdmissionRule.</param>
    /// <param name="digest">Of what it is rendered to now (<see cref="RuleDigest"/>).</param>
    /// <param name="reports">Of all replicas, the dead too.</param>
    public static WebhookAgreement Of(string rule, string digest, IEnumerable<ReplicaReport> reports, DateTimeOffset wall)
    {
        var (loaded, pending, refused) = (new List<string>(), new List<string>(), (string?)null);
        foreach (var report in reports.Where(report => report.IsLive(wall)).OrderBy(report => report.Replica, StringComparer.Ordinal))
        {
            if (!report.Rules.TryGetValue(rule, out var there))
            {
                pending.Add($"{report.Replica}: has not seen the rule yet");
            }
            else if (there.StartsWith(ReplicaReport.NotLoaded, StringComparison.Ordinal))
            {
                pending.Add($"{report.Replica}: {there[ReplicaReport.NotLoaded.Length..]}");
                refused ??= there is ReplicaReport.Waiting or ReplicaReport.NotCalled ? null : pending[^1];
            }
            else if (there != digest)
            {
                pending.Add($"{report.Replica}: enforces an earlier state of the rule or its exceptions");
            }
            else
            {
                loaded.Add(report.Replica);
            }
        }

        return new WebhookAgreement(loaded, pending, refused);
    }
}
