namespace Daytwo.Backup.Sources;

/// <summary>One running snapshot stream: the bytes etcd sends, its trailing SHA-256 included.</summary>
public abstract class SnapshotTransfer : IAsyncDisposable
{
    /// <summary>Where the bytes come from; known from the start.</summary>
    public abstract SnapshotOrigin Origin { get; }

    /// <summary>Bytes still to come as etcd told; null when it has not told.</summary>
    public abstract long? RemainingBytes { get; }

    /// <summary>etcd's storage version (<c>3.6.0</c>); null below 3.6.</summary>
    public abstract string? StorageVersion { get; }

    /// <summary>The revision of the snapshot as seen in its bytes; null while unknown.</summary>
    public abstract long? Revision { get; }

    /// <summary>SHA-256 of all bytes in lowercase hexadecimal; null before the end.</summary>
    public abstract string? Sha256 { get; }

    /// <summary>
    /// The next bytes, valid until the next call; empty at the end. The end is reported only after the trailing digest was found right.
    /// </summary>
    /// <exception cref="SnapshotSourceException">The stream broke, or what came is no whole snapshot.</exception>
    public abstract ValueTask<ReadOnlyMemory<byte>> Read(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
