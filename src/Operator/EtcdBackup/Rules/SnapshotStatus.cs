using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pruning;
using Daytwo.Crds;
using Daytwo.Crds.Snapshots;
using Daytwo.Kubernetes.Objects;
using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Runtime.Conditions;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>The status of an EtcdSnapshot, from its copy's manifest.</summary>
internal static class SnapshotStatus
{
    public static EtcdSnapshotStatus Of(StoredSnapshot copy, string address, EtcdSnapshot? existing, DateTimeOffset now) => new()
    {
        ObservedGeneration = existing?.Metadata.Generation,
        Conditions = Conditions(copy, existing, now),
        Location = $"{address.Split(' ')[0].TrimEnd('/')}/{SnapshotLayout.Root}{copy.Id}",
        CreatedAt = Seconds(copy.CreatedAt),
        VerifiedAt = Seconds(copy.VerifiedAt),
        LockedUntil = Seconds(copy.LockedUntil),
        Revision = copy.Revision,
        TotalKeys = copy.TotalKeys,
        Hash = copy.Hash,
        DatabaseBytes = copy.DatabaseBytes,
        StoredBytes = copy.StoredBytes,
        Digests = new SnapshotDigests { Database = copy.DatabaseSha256, Stored = copy.StoredSha256 },
        Compression = copy.Compression,
        EncryptionKeyID = copy.KeyId,
        EtcdVersion = copy.EtcdVersion,
        StorageVersion = copy.StorageVersion,
        Member = copy.Member,
        ClusterID = copy.ClusterId,
    };

    /// <summary>The health that a mirror shows.</summary>
    public static string? HealthReason(EtcdSnapshot mirror) =>
        mirror.Status.Conditions?.FirstOrDefault(c => c.Type == ConditionTypes.Verified)?.Reason;

    /// <summary>A time as the API keeps it.</summary>
    public static DateTimeOffset? Seconds(DateTimeOffset? time) =>
        time is { } t ? new DateTimeOffset(t.UtcTicks - (t.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero) : null;

    private static IReadOnlyList<Condition> Conditions(StoredSnapshot copy, EtcdSnapshot? existing, DateTimeOffset now)
    {
        var status = copy.Health switch
        {
            SnapshotHealth.Verified => ConditionStatus.True,
            SnapshotHealth.Unknown => ConditionStatus.Unknown,
            _ => ConditionStatus.False,
        };
        var message = copy.Health switch
        {
            SnapshotHealth.Verified => "The stored copy was read back and agrees with its manifest",
            SnapshotHealth.Unknown => "The stored copy was never read back; run daytwo backup verify",
            SnapshotHealth.Damaged => $"The stored copy does not agree with its manifest; do not rely on it. {copy.Damage}".TrimEnd(),
            _ => "The manifest is not signed with the key in use",
        };
        return new ConditionList(existing?.Status.Conditions, existing?.Metadata.Generation ?? 0, now)
            .Set(ConditionTypes.Verified, status, copy.Health.ToString(), message)
            .Set(ConditionTypes.Ready, copy.Health is SnapshotHealth.Verified or SnapshotHealth.Unknown ? ConditionStatus.True : ConditionStatus.False, copy.Health.ToString(), message)
            .ToList();
    }
}
