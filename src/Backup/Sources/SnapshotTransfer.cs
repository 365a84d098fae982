namespace Daytwo.Backup.Sources;

/// <summary>One running snapshot stream: the bytes etcd sends, its trailing SHA-256 included.</summary>
public abstract class SnapshotTransfer : IAsyncDisposable
{
    /// <summary>Where the bytes come from; known from the start.</summary>
    public abstract SnapshotOrigin Origin { get; }

    /// <summary>Bytes still to come as etcd last told; null when it has not told yet.</summary>
    public abstract long? RemainingBytes { get; }

    /// <summary>etcd's storage version (<c>3.6.0</c>); null below 3.6 and before the first bytes.</summary>
    public abstract string? StorageVersion { get; }

    /// <summary>The revision seen in the bytes that passed; null while unknown. After the end it is the snapshot's revision.</summary>
    public abstract long? Revision { get; }

    /// <summary>The next bytes; empty at the end of the stream. Valid until the next call.</summary>
    /// <exception cref="SnapshotSourceException">The stream broke.</exception>
    public abstract ValueTask<ReadOnlyMemory<byte>> Read(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
