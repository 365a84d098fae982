using System.IO.Pipelines;
using Daytwo.Backup.Digests;
using Daytwo.Backup.Sources;

namespace Daytwo.Backup.Pipeline;

/// <summary>The first stage: takes bytes from etcd as fast as they come, hashes them and passes them on.</summary>
internal static class SnapshotReceiver
{
    /// <summary>Runs to the end of the stream, then completes the pipe; on failure nothing more is passed on.</summary>
    /// <exception cref="SnapshotSourceException">The stream broke, or what came is no whole snapshot.</exception>
    public static async Task<SnapshotDigestResult> Receive(SnapshotTransfer transfer, PipeWriter output, ProgressMeter progress, CancellationToken ct)
    {
        using var digest = new SnapshotDigest();
        while (await transfer.Read(ct) is { IsEmpty: false } bytes)
        {
            digest.Append(bytes.Span);
            progress.Passed(bytes.Length, transfer.RemainingBytes);
            await output.WriteAsync(bytes, ct);
        }

        var result = digest.Finish();
        if (result.Problem is { } problem)
        {
            throw new SnapshotSourceException(
                BackupFailure.SnapshotCorrupt, $"The snapshot from {transfer.Origin.Endpoint} is not whole: {problem}. Nothing was stored; check that member.");
        }

        await output.CompleteAsync();
        return result;
    }
}
