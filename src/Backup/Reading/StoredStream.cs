using Daytwo.Backup.Digests;
using Daytwo.Backup.Manifests;
using Daytwo.Storage;

namespace Daytwo.Backup.Reading;

/// <summary>A snapshot's object as stored, compared with its manifest while it passes: every checkpoint, and size and digest at the end.</summary>
internal sealed class StoredStream : ReadOnlyStream
{
    private readonly Stream input;
    private readonly StoredBytes expected;
    private readonly StoredDigest digest;
    private int checkpointsSeen;
    private bool ended;

    private StoredStream(Stream input, StoredBytes expected)
    {
        this.input = input;
        this.expected = expected;
        digest = new StoredDigest(expected.Checkpoints?.Interval ?? long.MaxValue, keepInterval: true);
    }

    public long BytesRead => digest.Length;

    /// <exception cref="SnapshotUnreadableException">There is no such object.</exception>
    public static async Task<StoredStream> Open(IObjectStore store, SnapshotManifest manifest, CancellationToken ct)
    {
        var key = SnapshotLayout.Data(SnapshotId.Parse(manifest.Id), manifest.Stored.Name);
        try
        {
            return new StoredStream(await store.OpenRead(key, range: null, ct), manifest.Stored);
        }
        catch (StoreException e) when (e.Failure == StoreFailure.NotFound)
        {
            throw new SnapshotUnreadableException(SnapshotFault.Damaged, $"The data of the snapshot, {key}, is missing.", 0, e);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || ended)
        {
            return 0;
        }

        var count = await input.ReadAsync(buffer, cancellationToken);
        if (count == 0)
        {
            ended = true;
            CheckEnd();
            return 0;
        }

        digest.Append(buffer.Span[..count]);
        CheckLength();
        CheckCheckpoints();
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            digest.Dispose();
            input.Dispose();
        }

        base.Dispose(disposing);
    }

    private void CheckLength()
    {
        if (BytesRead > expected.Size)
        {
            throw Damaged($"The object is longer than the {expected.Size} bytes that were stored.", expected.Size);
        }
    }

    private void CheckCheckpoints()
    {
        if (expected.Checkpoints is not { } wanted)
        {
            return;
        }

        for (; checkpointsSeen < digest.CheckpointCount && checkpointsSeen < wanted.Sha256.Count; checkpointsSeen++)
        {
            if (digest.Checkpoint(checkpointsSeen) != wanted.Sha256[checkpointsSeen])
            {
                var begin = checkpointsSeen * wanted.Interval;
                throw Damaged($"The object was changed between byte {begin} and byte {begin + wanted.Interval - 1}.", begin);
            }
        }
    }

    private void CheckEnd()
    {
        if (BytesRead < expected.Size)
        {
            throw Damaged($"The object was cut: it has {BytesRead} of {expected.Size} bytes.", BytesRead);
        }

        if (digest.Finish() != expected.Sha256)
        {
            var begin = checkpointsSeen * (expected.Checkpoints?.Interval ?? 0);
            throw Damaged($"The object was changed between byte {begin} and its end, byte {expected.Size - 1}.", begin);
        }
    }

    private static SnapshotUnreadableException Damaged(string message, long offset) => new(SnapshotFault.Damaged, message, offset);
}
