using System.Text.Json.Nodes;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.CustomResources;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Store;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Deleting;

/// <summary>Deletes objects, or marks those that something holds: finalizers, dependents, a grace period.</summary>
internal sealed class ObjectDeleter(ClusterState state)
{
    private const string OrphanFinalizer = "orphan";
    private const string ForegroundFinalizer = "foregroundDeletion";
    private static readonly string[] ImmortalNamespaces = ["default", "kube-system", "kube-public"];

    /// <param name="kind">Any version of the object's kind.</param>
    public Answer<Deletion> Delete(KindDefinition kind, StoredObject existing, DeleteOptions options)
    {
        if (Refuse(kind, existing, options) is { } refused)
        {
            return refused;
        }

        var value = existing.Value.Clone();
        var changed = Propagate(value, options.Propagation, existing.Value.Terminating());
        var grace = GracePeriod(kind, value, options);
        if (!existing.Value.Terminating())
        {
            Hold(kind, value);
        }

        if (value.Finalizers().Count == 0 && grace == 0 && (kind.Collection != "namespaces" || Finalization.IsOver(existing.Value)))
        {
            if (kind.Collection == "pods")
            {
                Mark(kind, value, 0);
            }

            return new Deletion(true, options.DryRun ? value : Remove(existing, value));
        }

        changed |= Mark(kind, value, grace);
        return new Deletion(false, options.DryRun || !changed ? value : state.Store.Put(existing.Collection, value).Value);
    }

    private static Fault? Refuse(KindDefinition kind, StoredObject existing, DeleteOptions options)
    {
        if (options.Uid.Length > 0 && options.Uid != existing.Uid)
        {
            return Refusals.DeleteConflict(kind, existing.Name, $"the UID in the precondition ({options.Uid}) does not match the UID in record "
                + $"({existing.Uid}). The object might have been deleted and then recreated");
        }

        var version = existing.Value.ResourceVersion();
        if (options.ResourceVersion.Length > 0 && options.ResourceVersion != version)
        {
            return Refusals.DeleteConflict(kind, existing.Name, $"the ResourceVersion in the precondition ({options.ResourceVersion}) does not match "
                + $"the ResourceVersion in record ({version}). The object might have been modified");
        }

        return kind.Collection == "namespaces" && ImmortalNamespaces.Contains(existing.Name)
            ? Refusals.Forbidden(kind, existing.Name, "this namespace may not be deleted") : null;
    }

    /// <summary>Sets the finalizers that a propagation policy stands for; true when that changed any.</summary>
    private static bool Propagate(JsonObject value, Propagation propagation, bool terminating)
    {
        if (terminating)
        {
            return false;
        }

        var before = value.Finalizers();
        List<string> after = [.. before.Where(f => f is not (OrphanFinalizer or ForegroundFinalizer))];
        if (propagation != Propagation.Background)
        {
            after.Add(propagation == Propagation.Orphan ? OrphanFinalizer : ForegroundFinalizer);
        }

        value.Metadata()["finalizers"] = after.ToJson();
        if (after.Count == 0)
        {
            value.Metadata().Remove("finalizers");
        }

        return !before.SequenceEqual(after);
    }

    /// <summary>Lets the kinds whose content goes first wait for it.</summary>
    private void Hold(KindDefinition kind, JsonObject value)
    {
        if (kind.Collection == DefinitionLifecycle.Collection)
        {
            DefinitionLifecycle.Terminate(value, state.Now);
            value.Metadata()["finalizers"] =
                value.Finalizers().Append(DefinitionLifecycle.Finalizer).Distinct().ToJson();
        }
        else if (kind.Collection == "namespaces")
        {
            value["status"] = new JsonObject { ["phase"] = "Terminating" };
        }
    }

    private static long GracePeriod(KindDefinition kind, JsonObject value, DeleteOptions options)
    {
        var started = kind.Collection == "pods" && value.Child("spec").Text("nodeName").Length > 0
            && value.Child("status").Text("phase") is not ("Succeeded" or "Failed");
        var wanted = options.GracePeriodSeconds ?? value.Child("spec").Integer("terminationGracePeriodSeconds") ?? 30;
        return started ? Math.Max(0, wanted) : 0;
    }

    /// <summary>Marks an object as being deleted; false when it already was.</summary>
    private bool Mark(KindDefinition kind, JsonObject value, long grace)
    {
        var metadata = value.Metadata();
        if (value.Terminating())
        {
            return false;
        }

        metadata["deletionTimestamp"] = Timestamps.Second(state.Clock.GetUtcNow().AddSeconds(grace));
        if (kind.Collection != "namespaces" && kind.Collection != DefinitionLifecycle.Collection)
        {
            metadata["deletionGracePeriodSeconds"] = grace;
            if (metadata.Integer("generation") is { } generation)
            {
                metadata["generation"] = generation + 1;
            }
        }

        return true;
    }

    private JsonObject Remove(StoredObject existing, JsonObject last) => state.Store.Remove(existing, last).Value;
}
