using System.IO.Pipelines;
using System.Runtime.ExceptionServices;
using Daytwo.Backup.Manifests;
using Daytwo.Backup.Sources;

namespace Daytwo.Backup.Pipeline;

/// <summary>
/// Carries a snapshot from etcd to the store, receiving and storing at the same time with a bounded amount of bytes between them.
/// </summary>
internal sealed class SnapshotTransport(SnapshotStorer storer)
{
    // Enough to keep both cores busy; more would only be memory.
    private const int PauseAt = 1024 * 1024;
    private const int SegmentSize = 64 * 1024;

    // Beyond the database: compression may add a little, and so does the envelope.
    private const long SizeMargin = 1024 * 1024;

    /// <exception cref="SnapshotSourceException">Receiving failed.</exception>
    /// <exception cref="Storage.StoreException">Storing failed. When both failed, the one that was first.</exception>
    public async Task<(PlainBytes Plain, StoredBytes Stored)> Carry(
        SnapshotTransfer transfer, string name, ProgressMeter progress, CancellationToken ct)
    {
        var pipe = new Pipe(new PipeOptions(
            pauseWriterThreshold: PauseAt, resumeWriterThreshold: PauseAt / 2, minimumSegmentSize: SegmentSize, useSynchronizationContext: false));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Exception? first = null;
        var sizeHint = transfer.RemainingBytes is { } size ? size + (size / 1024) + SizeMargin : (long?)null;
        var receiving = Guard(SnapshotReceiver.Receive(transfer, pipe.Writer, progress, either.Token));
        var storing = Guard(storer.Store(pipe.Reader, name, sizeHint, progress, either.Token));
        try
        {
            await Task.WhenAll(receiving, storing);
        }
        catch (Exception) when (first is not null)
        {
            ExceptionDispatchInfo.Throw(first);
        }
        finally
        {
            await pipe.Writer.CompleteAsync();
            await pipe.Reader.CompleteAsync();
        }

        return (await receiving, await storing);

        async Task<T> Guard<T>(Task<T> stage)
        {
            try
            {
                return await stage;
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref first, e, null);
                await either.CancelAsync();
                throw;
            }
        }
    }
}
