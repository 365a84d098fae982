using System.Collections.Concurrent;

namespace Daytwo.Storage.S3;

/// <summary>
/// Writes an object: in one request when it fits into one part, else as a multipart upload with one part on the way while the next one fills.
/// </summary>
internal sealed class S3ObjectWriter : ObjectWriter
{
    private static readonly TimeSpan AbortTime = TimeSpan.FromSeconds(20);

    private readonly S3Store store;
    private readonly ObjectKey key;
    private readonly PutOptions options;
    private readonly PartSizes sizes;
    private readonly CancellationTokenSource ending = new();
    private readonly CancellationTokenSource abandoned;
    private PartBuffer filling;
    private PartBuffer sending;
    private long total;
    private Task onTheWay = Task.CompletedTask;
    private Task<S3Multipart>? beginning;
    private S3Multipart? multipart;
    private bool ended;

    public S3ObjectWriter(S3Store store, ObjectKey key, PutOptions options)
    {
        (this.store, this.key, this.options) = (store, key, options);
        sizes = new PartSizes(options.SizeHint);
        abandoned = new CancellationTokenSource(Timeout.InfiniteTimeSpan, store.Time);
        var free = new ConcurrentStack<byte[]>();
        var firstBlock = (int)Math.Clamp(options.SizeHint ?? PartBuffer.BlockSize, 1, PartBuffer.BlockSize);
        filling = new PartBuffer(free, firstBlock);
        sending = new PartBuffer(free, PartBuffer.BlockSize);
    }

    public override async ValueTask Write(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        total += bytes.Length;
        while (!bytes.IsEmpty)
        {
            // A full part waits for the next byte: an object of exactly one part goes in one request.
            var room = sizes.Of(multipart?.PartsSent ?? 0) - filling.Length;
            if (room == 0)
            {
                multipart ??= await Begin(ct);
                await SendPart(ct);
                continue;
            }

            var take = Math.Min(bytes.Length, room);
            filling.Append(bytes.Span[..take]);
            bytes = bytes[take..];
        }
    }

    public override async ValueTask<StoredObject> Complete(CancellationToken ct)
    {
        if (multipart is null)
        {
            await new S3Put(store, key, options).Send(filling, ct);
        }
        else
        {
            await SendPart(ct);
            await onTheWay.WaitAsync(ct);
            await multipart.Complete(total, ct);
        }

        ended = true;
        return new StoredObject(key, total, store.Time.GetUtcNow());
    }

    public override async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await onTheWay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (beginning is not null && !ended)
        {
            ended = true;
            abandoned.CancelAfter(AbortTime);
            await Abort(beginning);
        }

        ending.Dispose();
        abandoned.Dispose();
    }

    /// <summary>
    /// A caller that gives up does not break off the request: the server may have begun the upload, and only the answer tells its id.
    /// </summary>
    private Task<S3Multipart> Begin(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        beginning ??= S3Multipart.Begin(store, key, options, abandoned.Token);
        return beginning.WaitAsync(ct);
    }

    private async Task Abort(Task<S3Multipart> begun)
    {
        await ((Task)begun).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (begun.IsCompletedSuccessfully)
        {
            await (await begun).Abort(abandoned.Token);
        }
    }

    /// <summary>Waits for the part before, then sends the full one in the background and goes on with the other buffer.</summary>
    private async ValueTask SendPart(CancellationToken ct)
    {
        await onTheWay.WaitAsync(ct);
        (filling, sending) = (sending, filling);
        onTheWay = Send(multipart!, sending, ending.Token);
    }

    private static async Task Send(S3Multipart multipart, PartBuffer part, CancellationToken ct)
    {
        await multipart.Send(part, ct);
        part.Clear();
    }
}
