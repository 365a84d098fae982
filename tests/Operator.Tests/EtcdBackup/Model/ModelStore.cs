using Daytwo.Backup.Pruning;
using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.Tests.EtcdBackup.Model;

/// <summary>A store of the model: what it holds survives every crash.</summary>
internal sealed class ModelStore
{
    public const string Address = "s3://backups/etcd";

    public List<StoredSnapshot> Copies { get; } = [];

    /// <summary>When set, every work with the store fails so.</summary>
    public (string Reason, string Message)? Broken { get; set; }

    public StoredSnapshot Add(string id, string? owner, DateTimeOffset begun, DateTimeOffset done, SnapshotHealth health = SnapshotHealth.Verified)
    {
        if (Copies.Find(c => c.Id == id) is { } present)
        {
            return present;
        }

        var copy = new StoredSnapshot
        {
            Id = id,
            OwnerName = owner,
            CreatedAt = begun,
            CompletedAt = done,
            Health = health,
            VerifiedAt = health == SnapshotHealth.Verified ? done : null,
            StoredSha256 = $"sha-{id}-{begun.Ticks}",
            Revision = 1000 + Copies.Count,
            DatabaseBytes = 4096,
            StoredBytes = 1024,
        };
        Copies.Add(copy);
        return copy;
    }
}
