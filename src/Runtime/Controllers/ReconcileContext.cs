using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Results;

namespace Daytwo.Runtime.Controllers;

/// <summary>One reconcile of one key.</summary>
/// <param name="failures">How often in a row the key failed before.</param>
public sealed class ReconcileContext(ObjectKey key, int failures)
{
    private List<OwnWrite>? _writes;

    public ObjectKey Key { get; } = key;

    public int Failures { get; } = failures;

    internal IReadOnlyList<OwnWrite> Writes => _writes ?? (IReadOnlyList<OwnWrite>)[];

    /// <summary>
    /// Notes what a create, replace, apply or patch answered. The key is not reconciled again before the controller's
    /// informers show that version. Pass every write of an object that the controller watches.
    /// </summary>
    public ApiResult<T> Wrote<T>(Resource<T> resource, ApiResult<T> result) where T : class, IObject
    {
        if (result.Succeeded(out var value))
        {
            Note(resource.Type, value.Metadata, value.Metadata.ResourceVersion);
        }

        return result;
    }

    /// <summary>
    /// Notes what a delete answered. The key is not reconciled again before the object is gone from the informers, unless
    /// finalizers keep it; then before they show that it is being deleted.
    /// </summary>
    public ApiResult<DeleteOutcome> Deleted(ResourceType type, ObjectMeta deleted, ApiResult<DeleteOutcome> result)
    {
        if (result.Error is null)
        {
            Note(type, deleted, null);
        }

        return result;
    }

    private void Note(ResourceType type, ObjectMeta meta, string? version) =>
        (_writes ??= []).Add(new OwnWrite(type, ObjectKey.Of(meta), meta.Uid, version));
}
