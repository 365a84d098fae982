using Daytwo.Crds;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Cli.Status;

/// <summary>What <c>daytwo status</c> tells about one EtcdBackup.</summary>
internal sealed record BackupState(
    string Name, string? Schedule, bool Suspended, string Ready, string PromiseMet, string? Problem, DateTimeOffset? LastSuccess, long? Revision, DateTimeOffset? NextRun, int? Snapshots, string? Store)
{
    public static BackupState Of(EtcdBackup backup)
    {
        var status = backup.Status;
        return new BackupState(
            backup.Metadata.Name, backup.Spec.Schedule, backup.Spec.Suspend, Value(backup, ConditionTypes.Ready), Value(backup, ConditionTypes.RpoMet), Complaint(backup),
            status.LastSuccess?.CompletedAt, status.LastSuccess?.Revision, status.NextRunTime, status.Snapshots?.Count, status.Store);
    }

    /// <summary>Whether nobody needs to look: ready, and the promised recovery point holds or none is promised.</summary>
    public bool Good => Ready == "True" && PromiseMet != "False";

    private static string Value(EtcdBackup backup, string type) => Find(backup, type)?.Status ?? "Unknown";

    private static string? Complaint(EtcdBackup backup)
    {
        var bad = Find(backup, ConditionTypes.Ready) is { Status: not "True" } ready ? ready
            : Find(backup, ConditionTypes.RpoMet) is { Status: "False" } promise ? promise
            : Find(backup, ConditionTypes.Degraded) is { Status: "True" } degraded ? degraded : null;
        return bad is null ? null : $"{bad.Reason}: {bad.Message}";
    }

    private static Condition? Find(EtcdBackup backup, string type) => backup.Status.Conditions?.FirstOrDefault(c => c.Type == type);
}
