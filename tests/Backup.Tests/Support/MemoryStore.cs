using System.Runtime.CompilerServices;
using Daytwo.Storage;

namespace Daytwo.Backup.Tests.Support;

/// <summary>A store in memory that fails on command.</summary>
internal sealed class MemoryStore(TimeProvider? time = null) : IObjectStore
{
    private readonly TimeProvider clock = time ?? TimeProvider.System;

    public SortedDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DateTimeOffset> Modified { get; } = [];

    public List<UnfinishedWrite> Unfinished { get; } = [];

    /// <summary>Asked before every operation, with its name (<c>write</c>, <c>complete</c>, <c>read</c>, <c>delete</c>, <c>list</c>, <c>find</c>) and the key.</summary>
    public Action<string, string> Before { get; set; } = (_, _) => { };

    /// <summary>What every write of bytes waits for.</summary>
    public Func<CancellationToken, Task> Pace { get; set; } = _ => Task.CompletedTask;

    /// <summary>When set, writers that are dropped stay behind as those of a killed process do.</summary>
    public bool Killed { get; set; }

    public string Address => "memory:";

    public ValueTask<ObjectWriter> Create(ObjectKey key, PutOptions options, CancellationToken ct)
    {
        Before("create", key.Value);
        return ValueTask.FromResult<ObjectWriter>(new Writer(this, key, options));
    }

    public ValueTask<StoredObject?> Find(ObjectKey key, CancellationToken ct)
    {
        Before("find", key.Value);
        return ValueTask.FromResult(Objects.ContainsKey(key.Value) ? Describe(key.Value) : null);
    }

    public ValueTask<Stream> OpenRead(ObjectKey key, ByteRange? range, CancellationToken ct)
    {
        Before("read", key.Value);
        var bytes = Objects.TryGetValue(key.Value, out var found) ? found : throw new StoreException(StoreFailure.NotFound, $"{key} is not there.");
        var start = (int)(range?.Offset ?? 0);
        return ValueTask.FromResult<Stream>(new MemoryStream(bytes, start, (int)Math.Min(bytes.Length - start, range?.Length ?? long.MaxValue)));
    }

    public async IAsyncEnumerable<StoredObject> List(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        await ValueTask.CompletedTask;
        Before("list", prefix);
        foreach (var key in Objects.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            if (ObjectKey.TryParse(key, out _) && Objects.ContainsKey(key))
            {
                yield return Describe(key);
            }
        }
    }

    public ValueTask Delete(ObjectKey key, CancellationToken ct)
    {
        Before("delete", key.Value);
        Objects.Remove(key.Value);
        return ValueTask.CompletedTask;
    }

    public async IAsyncEnumerable<UnfinishedWrite> ListUnfinished([EnumeratorCancellation] CancellationToken ct)
    {
        await ValueTask.CompletedTask;
        foreach (var write in Unfinished.ToList())
        {
            yield return write;
        }
    }

    public ValueTask Abort(UnfinishedWrite write, CancellationToken ct)
    {
        Unfinished.Remove(write);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private StoredObject Describe(string key) => new(ObjectKey.Of(key), Objects[key].Length, Modified.GetValueOrDefault(key));

    private sealed class Writer(MemoryStore store, ObjectKey key, PutOptions options) : ObjectWriter
    {
        private readonly MemoryStream bytes = new();
        private bool ended;

        public override async ValueTask Write(ReadOnlyMemory<byte> piece, CancellationToken ct)
        {
            ct.ThrowIfCancellationRequested();
            store.Before("write", key.Value);
            await store.Pace(ct);
            bytes.Write(piece.Span);
        }

        public override ValueTask<StoredObject> Complete(CancellationToken ct)
        {
            ct.ThrowIfCancellationRequested();
            store.Before("complete", key.Value);
            if (options.OnlyIfAbsent && store.Objects.ContainsKey(key.Value))
            {
                throw new StoreException(StoreFailure.Exists, $"{key} exists.");
            }

            ended = true;
            store.Objects[key.Value] = bytes.ToArray();
            store.Modified[key.Value] = store.clock.GetUtcNow();
            return ValueTask.FromResult(store.Describe(key.Value));
        }

        public override ValueTask DisposeAsync()
        {
            if (!ended && store.Killed)
            {
                store.Unfinished.Add(new UnfinishedWrite(key, "upload", store.clock.GetUtcNow()));
            }

            return ValueTask.CompletedTask;
        }
    }
}
