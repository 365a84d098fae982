namespace Daytwo.Storage.S3;

/// <summary>
/// Writes an object: in one request when it fits into one part, else as a multipart upload with one part on the way while the next one fills.
/// </summary>
internal sealed class S3ObjectWriter(S3Store store, ObjectKey key, PutOptions options) : ObjectWriter
{
    private static readonly TimeSpan AbortTime = TimeSpan.FromSeconds(20);

    private readonly PartSizes sizes = new(options.SizeHint);
    private readonly S3Put put = new(store, key, options);
    private readonly CancellationTokenSource ending = new();
    private byte[] filling = [];
    private byte[] sending = [];
    private int count;
    private long total;
    private Task onTheWay = Task.CompletedTask;
    private S3Multipart? multipart;
    private bool ended;

    public override async ValueTask Write(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        total += bytes.Length;
        while (!bytes.IsEmpty)
        {
            await MakeRoom(bytes.Length, ct);
            var take = Math.Min(bytes.Length, filling.Length - count);
            bytes.Span[..take].CopyTo(filling.AsSpan(count));
            count += take;
            bytes = bytes[take..];
        }
    }

    public override async ValueTask<StoredObject> Complete(CancellationToken ct)
    {
        if (multipart is null)
        {
            await put.Send(filling.AsMemory(0, count), ct);
        }
        else
        {
            if (count > 0)
            {
                await SendPart(ct);
            }

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
        if (multipart is not null && !ended)
        {
            ended = true;
            using var limit = new CancellationTokenSource(AbortTime, store.Time);
            await multipart.Abort(limit.Token);
        }

        filling = sending = [];
        ending.Dispose();
    }

    private async ValueTask MakeRoom(int wanted, CancellationToken ct)
    {
        var size = sizes.Of(multipart?.PartsSent ?? 0);
        if (count < filling.Length)
        {
            return;
        }

        if (count < size)
        {
            // Small objects, whose size is known, need no buffer as large as a part.
            var first = filling.Length == 0 && options.SizeHint is { } hint ? (int)Math.Clamp(hint, Math.Min(wanted, size), size) : size;
            Array.Resize(ref filling, Math.Max(first, Math.Min(count + 1, size)));
            return;
        }

        multipart ??= await S3Multipart.Begin(store, key, options, ct);
        await SendPart(ct);
        var next = sizes.Of(multipart.PartsSent);
        if (filling.Length < next)
        {
            filling = GC.AllocateUninitializedArray<byte>(next);
        }
    }

    /// <summary>Waits for the part before, then sends the full one in the background and takes the other buffer.</summary>
    private async ValueTask SendPart(CancellationToken ct)
    {
        await onTheWay.WaitAsync(ct);
        (filling, sending) = (sending, filling);
        onTheWay = multipart!.Send(sending.AsMemory(0, count), ending.Token);
        count = 0;
    }
}
