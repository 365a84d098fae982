namespace Daytwo.Backup.Sources;

/// <summary>Something that can stream a snapshot of an etcd member.</summary>
public interface ISnapshotSource
{
    /// <summary>Begins one transfer.</summary>
    /// <exception cref="SnapshotSourceException">No member can or may serve.</exception>
    ValueTask<SnapshotTransfer> Open(CancellationToken ct);
}
