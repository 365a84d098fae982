using System.IO.Pipelines;
using Daytwo.Backup.Manifests;
using Daytwo.Backup.Sources;

namespace Daytwo.Backup.Pipeline;

/// <summary>The first stage: takes bytes from etcd as fast as they come and passes them on.</summary>
internal static class SnapshotReceiver
{
    /// <summary>Runs to the proven end of the stream, then completes the pipe; on failure nothing more is passed on.</summary>
    /// <exception cref="SnapshotSourceException">The stream broke, or what came is no whole snapshot.</exception>
    public static async Task<PlainBytes> Receive(SnapshotTransfer transfer, PipeWriter output, ProgressMeter progress, CancellationToken ct)
    {
        var length = 0L;
        while (await transfer.Read(ct) is { IsEmpty: false } bytes)
        {
            length += bytes.Length;
            progress.Passed(bytes.Length, transfer.RemainingBytes);
            await output.WriteAsync(bytes, ct);
        }

        var digest = transfer.Sha256 ?? throw new InvalidOperationException("A snapshot source ended without a digest.");
        await output.CompleteAsync();
        return new PlainBytes(length, digest);
    }
}
