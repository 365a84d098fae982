using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Rules;
using Daytwo.Runtime;
using Daytwo.Runtime.Informers;

namespace Daytwo.Webhooks.Serving;

/// <summary>Watches the ConfigMaps that rules refer to, and no others.</summary>
internal sealed class ParameterWatches(KubernetesClient client, RuntimeServices services) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private Dictionary<ParameterReference, Watched> _watches = [];
    private Informer<RawObject>[] _informers = [];

    /// <summary>Watches exactly these from now on.</summary>
    /// <param name="synced">Called when one of them has told everything for the first time.</param>
    public void Follow(IEnumerable<ParameterReference> references, Action synced)
    {
        lock (_gate)
        {
            var before = _watches;
            _watches = references.Distinct().ToDictionary(reference => reference, reference => before.TryGetValue(reference, out var known) ? known : Begin(reference, synced));
            foreach (var (_, gone) in before.Where(watch => !_watches.ContainsKey(watch.Key)))
            {
                gone.End.Cancel();
            }

            Volatile.Write(ref _informers, [.. _watches.Values.Select(watch => watch.Informer)]);
        }
    }

    /// <summary>Whether what is referred to is known.</summary>
    public bool IsSynced(ParameterReference reference)
    {
        lock (_gate)
        {
            return _watches.TryGetValue(reference, out var watch) && watch.Informer.Synced;
        }
    }

    public RawObject? Get(string ns, string name)
    {
        foreach (var informer in Volatile.Read(ref _informers))
        {
            if (informer.Store.Get(new ObjectKey(ns, name)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>All that are watched in a namespace, by name.</summary>
    public IEnumerable<RawObject> List(string ns) => Volatile.Read(ref _informers)
        .SelectMany(informer => informer.Store.List())
        .Where(map => map.Metadata.Namespace == ns)
        .DistinctBy(map => map.Metadata.Name)
        .OrderBy(map => map.Metadata.Name, StringComparer.Ordinal);

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private Watched Begin(ParameterReference reference, Action synced)
    {
        var options = new InformerOptions { Namespace = reference.Namespace, FieldSelector = reference.FieldSelector, LabelSelector = reference.LabelSelector };
        var informer = new Informer<RawObject>(client, RawObject.Resource(ConfigMap.Resource.Type), services, options);
        var end = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        _ = informer.Run(end.Token);
        _ = informer.WaitForSync(end.Token).ContinueWith(_ => synced(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        return new Watched(informer, end);
    }

    private sealed record Watched(Informer<RawObject> Informer, CancellationTokenSource End);
}
