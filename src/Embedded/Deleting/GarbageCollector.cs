using System.Text.Json.Nodes;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.CustomResources;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Store;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Deleting;

/// <summary>
/// What a cluster's controllers do about deletions: removes objects whose owners are gone, finishes foreground and
/// orphaning deletions, empties terminating namespaces and definitions. It settles inside the request that caused it,
/// so an answer comes after its consequences.
/// </summary>
internal sealed class GarbageCollector(ClusterState state, ObjectDeleter deleter)
{
    private static readonly string[] NamespaceFinalizer = ["kubernetes"];
    private readonly OwnerIndex owners = new();
    private readonly Queue<Change> changes = new();

    public void Follow(Change change)
    {
        owners.Follow(change);
        changes.Enqueue(change);
    }

    /// <summary>Works until nothing is left to do.</summary>
    public void Settle()
    {
        while (changes.TryDequeue(out var change))
        {
            if (change.Type == ChangeType.Deleted)
            {
                AfterRemoval(change.Object);
            }
            else if (state.Store.Get(change.Collection, change.Object.Namespace, change.Object.Name) is { } current && current.Uid == change.Object.Uid)
            {
                AfterWrite(current);
            }
        }
    }

    private void AfterRemoval(StoredObject removed)
    {
        foreach (var dependent in owners.Dependents(removed.Uid))
        {
            CollectIfOwnerless(dependent);
        }

        foreach (var owner in OwnerIndex.Owners(removed).Select(owners.Living).OfType<StoredObject>().ToList())
        {
            AfterWrite(owner);
        }

        if (removed.Namespace is { } ns && state.Store.Get("namespaces", null, ns) is { } home && home.Value.Terminating())
        {
            EmptyNamespace(home);
        }

        FinishDefinition(removed.Collection);
    }

    private void AfterWrite(StoredObject current)
    {
        if (!current.Value.Terminating())
        {
            CollectIfOwnerless(current);
            return;
        }

        var finalizers = current.Value.Finalizers();
        if (finalizers.Contains("orphan"))
        {
            Orphan(current);
        }
        else if (finalizers.Contains("foregroundDeletion"))
        {
            DeleteDependentsFirst(current);
        }

        if (current.Collection == "namespaces")
        {
            EmptyNamespace(current);
        }
        else if (finalizers.Contains(DefinitionLifecycle.Finalizer))
        {
            DeleteAll(state.Store.List(current.Name));
            FinishDefinition(current.Name);
        }
    }

    /// <summary>Deletes an object all of whose owners are gone; drops the references to those that are when others live.</summary>
    private void CollectIfOwnerless(StoredObject dependent)
    {
        var named = OwnerIndex.Owners(dependent).ToList();
        var gone = named.Where(uid => owners.Living(uid) is null).ToList();
        if (gone.Count == 0)
        {
            return;
        }

        if (gone.Count == named.Count)
        {
            Delete(dependent, Propagation.Background);
        }
        else
        {
            DropOwners(dependent, gone);
        }
    }

    private void Orphan(StoredObject owner)
    {
        foreach (var dependent in owners.Dependents(owner.Uid))
        {
            DropOwners(dependent, [owner.Uid]);
        }

        RemoveFinalizer(owner, "orphan");
    }

    private void DeleteDependentsFirst(StoredObject owner)
    {
        foreach (var dependent in owners.Dependents(owner.Uid).Where(d => !d.Value.Terminating()))
        {
            Delete(dependent, Propagation.Foreground);
        }

        var blocked = owners.Dependents(owner.Uid).Any(d => d.Value.Child("metadata").Items("ownerReferences")
            .Any(o => o.Text("uid") == owner.Uid && o.Flag("blockOwnerDeletion")));
        if (!blocked)
        {
            RemoveFinalizer(owner, "foregroundDeletion");
        }
    }

    private void EmptyNamespace(StoredObject home)
    {
        DeleteAll(Content(home.Name));
        if (state.Store.Get("namespaces", null, home.Name) is not { } current || Content(home.Name).Any())
        {
            return;
        }

        var value = current.Value.Clone();
        value["spec"] = new JsonObject();
        Finish(current, value, changed: current.Value.Child("spec").Texts("finalizers").SequenceEqual(NamespaceFinalizer));
    }

    private IEnumerable<StoredObject> Content(string ns) => state.Store.Everything().Where(o => o.Namespace == ns);

    private void FinishDefinition(string definition)
    {
        if (state.Store.Get(DefinitionLifecycle.Collection, null, definition) is { } current
            && current.Value.Terminating() && !state.Store.List(definition).Any())
        {
            RemoveFinalizer(current, DefinitionLifecycle.Finalizer);
        }
    }

    private void DeleteAll(IEnumerable<StoredObject> objects)
    {
        foreach (var stored in objects.Where(o => !o.Value.Terminating()).ToList())
        {
            Delete(stored, Propagation.Background);
        }
    }

    private void Delete(StoredObject stored, Propagation propagation)
    {
        var current = state.Store.Get(stored.Collection, stored.Namespace, stored.Name);
        if (current?.Uid == stored.Uid && Kind(stored) is { } kind)
        {
            deleter.Delete(kind, current, DeleteOptions.Background with { Propagation = propagation });
        }
    }

    private KindDefinition? Kind(StoredObject stored) => state.Kinds.All.FirstOrDefault(k => k.Collection == stored.Collection);

    private void DropOwners(StoredObject dependent, IReadOnlyCollection<string> uids)
    {
        var value = dependent.Value.Clone();
        var kept = value.Metadata().Items("ownerReferences").Where(o => !uids.Contains(o.Text("uid"))).Select(o => o.DeepClone()).ToArray();
        value.Metadata()["ownerReferences"] = new JsonArray(kept);
        if (kept.Length == 0)
        {
            value.Metadata().Remove("ownerReferences");
        }

        state.Store.Put(dependent.Collection, value);
    }

    private void RemoveFinalizer(StoredObject stored, string finalizer)
    {
        if (state.Store.Get(stored.Collection, stored.Namespace, stored.Name) is not { } current || current.Uid != stored.Uid)
        {
            return;
        }

        var value = current.Value.Clone();
        var kept = value.Finalizers().Where(f => f != finalizer).Select(f => (JsonNode)f).ToArray();
        value.Metadata()["finalizers"] = new JsonArray(kept);
        if (kept.Length == 0)
        {
            value.Metadata().Remove("finalizers");
        }

        Finish(current, value, changed: true);
    }

    private void Finish(StoredObject current, JsonObject value, bool changed)
    {
        if (Finalization.IsOver(value))
        {
            state.Store.Remove(current, value);
        }
        else if (changed)
        {
            state.Store.Put(current.Collection, value);
        }
    }
}
