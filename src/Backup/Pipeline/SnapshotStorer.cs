using System.IO.Compression;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Daytwo.Backup.Digests;
using Daytwo.Backup.Envelope;
using Daytwo.Backup.Gzip;
using Daytwo.Backup.Manifests;
using Daytwo.Storage;

namespace Daytwo.Backup.Pipeline;

/// <summary>The stages after receiving: compress, encrypt, hash, store.</summary>
/// <param name="byIsa">Compresses by ISA-L; else by the runtime.</param>
internal sealed class SnapshotStorer(BackupRequest request, bool byIsa)
{
    /// <summary>Takes the pipe to its end. The object is complete only on return.</summary>
    public async Task<StoredBytes> Store(PipeReader input, string name, long? sizeHint, ProgressMeter progress, CancellationToken ct)
    {
        var options = new PutOptions { SizeHint = sizeHint, Lock = request.Lock };
        await using var writer = await request.Store.Create(SnapshotLayout.Data(request.Id, name), options, ct);
        using var digest = new StoredDigest();
        await using (var stored = new HashingObjectStream(writer, digest, ct))
        {
            await Encrypt(input, stored, digest, progress, ct);
        }

        await writer.Complete(ct);
        return new StoredBytes(name, digest.Length, digest.Finish()) { Checkpoints = digest.Checkpoints, Lock = request.Lock };
    }

    private async Task Encrypt(PipeReader input, Stream output, StoredDigest digest, ProgressMeter progress, CancellationToken ct)
    {
        if (request.Key is null)
        {
            await Compress(input, output, digest, progress, ct);
            return;
        }

        await using var envelope = new EnvelopeWriter(output, request.Key, RandomNumberGenerator.Fill);
        await Compress(input, envelope, digest, progress, ct);
        await envelope.Complete(ct);
    }

    private async Task Compress(PipeReader input, Stream output, StoredDigest digest, ProgressMeter progress, CancellationToken ct)
    {
        if (request.Compression == Compression.None)
        {
            await Copy(input, output, digest, progress, ct);
            return;
        }

        if (byIsa)
        {
            await using var quick = new IsaGzipStream(output);
            await Copy(input, quick, digest, progress, ct);
            await quick.Complete(ct);
            return;
        }

        await using var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true);
        await Copy(input, gzip, digest, progress, ct);
    }

    private static async Task Copy(PipeReader input, Stream output, StoredDigest digest, ProgressMeter progress, CancellationToken ct)
    {
        while (true)
        {
            var read = await input.ReadAsync(ct);
            foreach (var segment in read.Buffer)
            {
                await output.WriteAsync(segment, ct);
            }

            progress.Stored(digest.Length);
            input.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }
}
