using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Reflector;

namespace Daytwo.Runtime.Informers;

/// <summary>
/// Keeps a <see cref="Store{T}"/> of a collection current and reports every change. Share one per kind.
/// </summary>
/// <remarks>
/// Guarantees: changes of one object are reported in order, one at a time; nothing that lasts is missed, though states in
/// between may be; failures are logged and retried for ever. Reports must be quick and must not throw.
/// </remarks>
public sealed class Informer<T> : IInformer, IReflectorTarget<T> where T : class, IObject
{
    private readonly KubernetesClient _client;
    private readonly Resource<T> _resource;
    private readonly RuntimeServices _services;
    private readonly InformerOptions _options;
    private readonly StoreWriter<T> _writer;
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action<Change<T>>? _changed;

    public Informer(KubernetesClient client, Resource<T> resource, RuntimeServices services, InformerOptions? options = null)
    {
        _client = client;
        _resource = resource;
        _services = services;
        _options = options ?? new InformerOptions();
        _writer = new StoreWriter<T>(Store, Report);
        var objects = services.Metrics.Gauge("daytwo_informer_objects", "Objects in an informer's store.", "resource");
        objects.With(resource.Type.Plural).ReadFrom(() => Store.Count);
    }

    public Store<T> Store { get; } = new();

    public ResourceType Type => _resource.Type;

    public bool Synced => _synced.Task.IsCompletedSuccessfully;

    public Visibility Visibility { get; } = new();

    public Task WaitForSync(CancellationToken ct) => _synced.Task.WaitAsync(ct);

    public bool Covers(ResourceType type, string? ns) =>
        type.Group == Type.Group && type.Plural == Type.Plural && (_options.Namespace is null || _options.Namespace == ns);

    public void WhenDeletionSeen(ObjectKey key, string uid, Action seen) =>
        Visibility.WhenDeleted(uid, () => Store.Get(key)?.Metadata is { DeletionTimestamp: null } meta && meta.Uid == uid, seen);

    /// <summary>Reports every later change. What is in the store already is not reported; read it after subscribing.</summary>
    public void Subscribe(Action<Change<T>> changed)
    {
        Action<Change<T>>? seen;
        do
        {
            seen = Volatile.Read(ref _changed);
        }
        while (Interlocked.CompareExchange(ref _changed, seen + changed, seen) != seen);
    }

    public async Task Run(CancellationToken ct)
    {
        var logger = _services.Loggers.CreateLogger("Daytwo.Informer");
        using var loop = new ReflectorLoop<T>(_client, _resource, _options, _services, logger, this);
        await loop.Run(ct).ConfigureAwait(false);
    }

    void IReflectorTarget<T>.BeginReplace() => _writer.BeginReplace();

    void IReflectorTarget<T>.Upsert(T value) => _writer.Upsert(value);

    void IReflectorTarget<T>.Remove(T value) => _writer.Remove(ObjectKey.Of(value));

    void IReflectorTarget<T>.Progress(string resourceVersion) => Visibility.Advance(resourceVersion);

    void IReflectorTarget<T>.EndReplace(string resourceVersion)
    {
        _writer.EndReplace();
        Visibility.Restart(resourceVersion);
        _synced.TrySetResult();
    }

    private void Report(Change<T> change)
    {
        if (change.IsDeleted || change.Object.Metadata.DeletionTimestamp is not null)
        {
            Visibility.Deleted(change.Object.Metadata.Uid);
        }

        Volatile.Read(ref _changed)?.Invoke(change);
    }
}
