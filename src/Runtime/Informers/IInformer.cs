using Daytwo.Kubernetes.Objects;

namespace Daytwo.Runtime.Informers;

/// <summary>What is known of an informer without knowing its objects' type.</summary>
public interface IInformer
{
    ResourceType Type { get; }

    /// <summary>True once everything was told for the first time.</summary>
    bool Synced { get; }

    /// <summary>Ends when <see cref="Synced"/>; throws when cancelled before.</summary>
    Task WaitForSync(CancellationToken ct);

    /// <summary>Follows the collection until cancelled. Never ends by itself; failures are retried for ever.</summary>
    Task Run(CancellationToken ct);

    /// <summary>Whether objects of that kind and namespace are followed, as far as known without selectors.</summary>
    bool Covers(ResourceType type, string? ns);

    /// <summary>Tells when a version we wrote has come back.</summary>
    Visibility Visibility { get; }

    /// <summary>Calls back once the object we deleted is gone from the store, or marked there as being deleted.</summary>
    void WhenDeletionSeen(ObjectKey key, string uid, Action seen);
}
