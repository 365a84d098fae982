using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Apply;

/// <summary>
/// Server-side apply and the bookkeeping of who owns which field, for one kind in one version at one endpoint.
/// Pure: nothing handed in is changed, time comes from the caller.
/// </summary>
/// <param name="types">The type of a version of the kind; null for versions no longer served.</param>
/// <param name="apiVersion">The version of the request, such as <c>apps/v1</c>.</param>
/// <param name="subresource">Empty, <c>status</c> or <c>scale</c>.</param>
/// <param name="ignored">Fields the endpoint does not write, such as status at the main endpoint; see <see cref="ResetFields"/>.</param>
/// <param name="isCustomResource">Of custom resources an empty list of managers is dropped when read, so only a list with one empty entry resets them.</param>
internal sealed class FieldOwnership(
    Func<string, FieldType?> types, string apiVersion, string kind, string subresource = "", FieldSet? ignored = null, bool isCustomResource = false)
{
    private const string BeforeFirstApply = "before-first-apply";
    private static readonly ManagerKey CurrentOperation = new("current-operation", false, "", "");
    private readonly FieldUpdater updater = new(types, apiVersion, ignored);

    /// <summary>After create, replace or patch: the object with its managedFields brought up to date.</summary>
    /// <param name="live">The stored object; null on create.</param>
    /// <param name="next">The object to be stored, as completed and validated.</param>
    /// <param name="blank">What an object of the kind has without anybody's doing; nobody owns it on create.</param>
    public JsonObject Update(JsonObject? live, JsonObject next, string manager, DateTimeOffset now, JsonObject? blank = null)
    {
        var managers = ManagersForUpdate(live, next);
        var result = WithoutManagers(next);
        if (live is not null && managers.Sets.Count == 0)
        {
            return result;
        }

        Track(WithoutManagers(live ?? blank ?? []), result, managers, manager, now);
        WriteManagers(result, managers);
        return result;
    }

    /// <summary>A server-side apply.</summary>
    /// <param name="live">The stored object; null when the apply creates it.</param>
    /// <param name="config">The applied configuration.</param>
    public ApplyOutcome Apply(JsonObject? live, JsonObject config, string manager, bool force, DateTimeOffset now)
    {
        var type = types(apiVersion) ?? FieldType.Deduced;
        if (Objection(config, type) is { } objection)
        {
            return objection;
        }

        if (ManagedFields.Read(live?["metadata"]?["managedFields"] as JsonArray) is not { } managers)
        {
            return new ApplyOutcome.Refused(500, "failed to decode managed fields: an entry is not of type FieldsV1");
        }

        var stored = WithoutManagers(live ?? new JsonObject { ["apiVersion"] = apiVersion, ["kind"] = kind });
        if (managers.Sets.Count == 0 && live is not null)
        {
            Track([], stored, managers, BeforeFirstApply, now);
        }

        var applier = ManagerKey.Applier(manager, subresource);
        var before = managers.Copy();
        var result = updater.Apply(stored, config, managers, applier, force, out var conflicts);
        if (conflicts.Count > 0 && !force)
        {
            conflicts = LastApplied.StillInConflict(conflicts, stored, manager, apiVersion, type);
            if (conflicts.Count > 0)
            {
                return new ApplyOutcome.Conflicted(Described(conflicts));
            }

            managers = before;
            result = updater.Apply(stored, config, managers, applier, force: true, out _);
        }

        return new ApplyOutcome.Applied(Finish(result, stored, config, managers, applier, now));
    }

    private static JsonObject Finish(JsonObject result, JsonObject stored, JsonObject config, ManagedFields managers, ManagerKey applier, DateTimeOffset now)
    {
        StrippedFields.Strip(managers, applier);
        if (!JsonNodes.Same(result, stored))
        {
            managers.Stamp(applier, now);
        }

        LastApplied.Refresh(result, config, applier.Manager);
        WriteManagers(result, managers);
        return result;
    }

    private ApplyOutcome.Refused? Objection(JsonObject config, FieldType type)
    {
        var version = config["apiVersion"].TextOrNull() ?? "";
        var (name, ns) = (config["metadata"]?["name"].TextOrNull() ?? "", config["metadata"]?["namespace"].TextOrNull() ?? "");
        if (version != apiVersion || config["kind"].TextOrNull() != kind)
        {
            return new(400, $"invalid object type: {version}, Kind={config["kind"].TextOrNull()}");
        }

        if (config["metadata"]?["managedFields"] is not null)
        {
            return new(400, "metadata.managedFields must be nil");
        }

        return TypeConformance.Check(config, type) is { } problem
            ? new(500, $"failed to create typed patch object ({ns}/{name}; {(version.Contains('/', StringComparison.Ordinal) ? "" : "/")}{version}, Kind={kind}): {problem}")
            : null;
    }

    private void Track(JsonObject live, JsonObject next, ManagedFields managers, string manager, DateTimeOffset now)
    {
        updater.Update(live, next, managers, CurrentOperation);
        StrippedFields.Strip(managers, CurrentOperation);
        if (managers.Sets.TryGetValue(CurrentOperation, out var change))
        {
            var key = ManagerKey.Updater(manager, apiVersion, subresource);
            var owned = managers.Sets.TryGetValue(key, out var before) ? change.Fields.Union(before.Fields) : change.Fields;
            managers.Remove(CurrentOperation);
            managers.Put(key, new(owned, apiVersion));
            managers.Stamp(key, now);
        }

        ManagerLimit.Enforce(managers);
    }

    /// <summary>A user may reset the managers with an empty list or entry; entries that cannot be read do not replace the stored ones.</summary>
    private ManagedFields ManagersForUpdate(JsonObject? live, JsonObject next)
    {
        var stored = ManagedFields.Read(live?["metadata"]?["managedFields"] as JsonArray) ?? new();
        if (subresource.Length > 0 || next["metadata"]?["managedFields"] is not JsonArray given)
        {
            return stored;
        }

        if ((given.Count == 0 && !isCustomResource) || (given.Count == 1 && given[0] is JsonObject { Count: 0 }))
        {
            return new();
        }

        return ManagedFields.Read(given) is { Sets.Count: > 0 } read ? read : stored;
    }

    private static List<FieldConflict> Described(List<(ManagerKey Owner, FieldSet Fields)> conflicts) =>
    [
        .. conflicts
            .OrderBy(c => c.Owner.SortKey, StringComparer.Ordinal)
            .SelectMany(c => c.Fields.Paths().Select(p => new FieldConflict(c.Owner.ToString(), string.Concat(p.Select(e => e.ToString()))))),
    ];

    private static JsonObject WithoutManagers(JsonObject value)
    {
        var copy = (JsonObject)value.DeepClone();
        (copy["metadata"] as JsonObject)?.Remove("managedFields");
        return copy;
    }

    private static void WriteManagers(JsonObject value, ManagedFields managers)
    {
        if (managers.Write() is not { } entries)
        {
            return;
        }

        if (value["metadata"] is not JsonObject metadata)
        {
            value["metadata"] = metadata = [];
        }

        metadata["managedFields"] = entries;
    }
}
