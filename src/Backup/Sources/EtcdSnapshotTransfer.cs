using System.Runtime.CompilerServices;
using Daytwo.Etcd;
using Daytwo.Etcd.Snapshots;

namespace Daytwo.Backup.Sources;

/// <summary>A snapshot coming from an etcd member.</summary>
internal sealed class EtcdSnapshotTransfer(SnapshotStream stream, SnapshotOrigin origin) : SnapshotTransfer
{
    public override SnapshotOrigin Origin => origin;

    public override long? RemainingBytes => stream.RemainingBytes;

    public override string? StorageVersion => stream.StorageVersion.Length == 0 ? null : stream.StorageVersion;

    public override long? Revision => stream.Revision;

    public override string? Sha256 => stream.Digests?.File;

    public override ValueTask<ReadOnlyMemory<byte>> Read(CancellationToken ct)
    {
        // Most pieces are there already; only waiting needs the asynchronous path with its handler.
        try
        {
            var next = stream.Read(ct);
            return next.IsCompletedSuccessfully ? next : Await(next);
        }
        catch (EtcdException e)
        {
            throw EtcdFailures.DescribeInterruption(e);
        }
    }

    public override ValueTask DisposeAsync() => stream.DisposeAsync();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ReadOnlyMemory<byte>> Await(ValueTask<ReadOnlyMemory<byte>> next)
    {
        try
        {
            return await next;
        }
        catch (EtcdException e)
        {
            throw EtcdFailures.DescribeInterruption(e);
        }
        catch (SnapshotDamagedException e)
        {
            throw new SnapshotSourceException(
                BackupFailure.SnapshotCorrupt, $"The snapshot from {origin.Endpoint} is not whole: {e.Message}. Nothing was stored; check that member.", e);
        }
    }
}
