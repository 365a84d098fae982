using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Apply;

/// <summary>
/// Moves ownership of fields between managers. Works on objects without managedFields; changes the
/// <see cref="ManagedFields"/> handed in.
/// </summary>
/// <param name="types">The type of a version; null for versions that are no longer served, whose managers are forgotten.</param>
/// <param name="ignored">Fields that the request cannot write, so nobody comes to own them through it.</param>
internal sealed class FieldUpdater(Func<string, FieldType?> types, string apiVersion, FieldSet? ignored)
{
    private readonly FieldType type = types(apiVersion) ?? FieldType.Deduced;

    /// <summary>An update: what it changed is its manager's now, and no longer any other's.</summary>
    public void Update(JsonObject live, JsonObject next, ManagedFields managers, ManagerKey manager)
    {
        Reconcile(managers);
        var change = ValueComparer.Compare(live, next, type).Without(ignored);
        Yield(live, next, change, managers, manager, Owned(live, next, change, managers, manager));
        var own = managers.Sets.TryGetValue(manager, out var before) ? before.Fields : FieldSet.Empty;
        var owned = own.Difference(change.Removed).Union(change.Modified).Union(change.Added);
        managers.Put(manager, new(ignored is null ? owned : owned.RecursiveDifference(ignored), apiVersion, before?.Time));
    }

    /// <summary>An apply: the configuration laid over the live object, what it no longer says removed.</summary>
    /// <param name="conflicts">What others own and it changes; nothing may be stored while there are any and they are not forced.</param>
    public JsonObject Apply(
        JsonObject live, JsonObject config, ManagedFields managers, ManagerKey manager, bool force, out List<(ManagerKey Owner, FieldSet Fields)> conflicts)
    {
        Reconcile(managers);
        var merged = (JsonObject?)ValueMerger.Merge(live, config, type) ?? [];
        var last = managers.Sets.GetValueOrDefault(manager);
        var fields = FieldSetOfValue.Build(config, type);
        var applied = new ManagedSet(ignored is null ? fields : fields.RecursiveDifference(ignored), apiVersion, last?.Time);
        managers.Put(manager, applied);
        var next = last is null || last.Fields.IsEmpty ? merged : Prune(merged, managers, applied, manager, last);
        var change = ValueComparer.Compare(live, next, type).Without(ignored);
        conflicts = Owned(live, next, change, managers, manager);
        if (conflicts.Count == 0 || force)
        {
            Yield(live, next, change, managers, manager, conflicts);
        }

        return next;
    }

    /// <summary>What other managers own of the changed fields.</summary>
    private List<(ManagerKey Owner, FieldSet Fields)> Owned(
        JsonObject live, JsonObject next, Comparison change, ManagedFields managers, ManagerKey manager)
    {
        var owned = new List<(ManagerKey, FieldSet)>();
        foreach (var (other, set) in managers.Sets.Where(s => s.Key != manager))
        {
            if (ChangeIn(set.ApiVersion, live, next, change) is { } seen
                && set.Fields.Intersection(seen.Modified.Union(seen.Added)) is { IsEmpty: false } both)
            {
                owned.Add((other, both));
            }
        }

        return owned;
    }

    /// <summary>Others lose what was changed or removed; managers of versions that are gone lose all.</summary>
    private void Yield(
        JsonObject live, JsonObject next, Comparison change, ManagedFields managers, ManagerKey manager, List<(ManagerKey Owner, FieldSet Fields)> lost)
    {
        foreach (var (other, set) in managers.Sets.Where(s => s.Key != manager).ToArray())
        {
            if (ChangeIn(set.ApiVersion, live, next, change) is not { } seen)
            {
                managers.Remove(other);
                continue;
            }

            var taken = lost.Find(l => l.Owner == other).Fields ?? FieldSet.Empty;
            managers.Put(other, set with { Fields = set.Fields.Difference(taken).Difference(seen.Removed) });
        }
    }

    private Comparison? ChangeIn(string version, JsonObject live, JsonObject next, Comparison change)
    {
        if (version == apiVersion)
        {
            return change;
        }

        return types(version) is { } other ? ValueComparer.Compare(live, next, other).Without(ignored) : null;
    }

    /// <summary>
    /// Removes what this manager applied last time and not now, unless somebody else owns it or it holds what others put there.
    /// </summary>
    private JsonObject Prune(JsonObject merged, ManagedFields managers, ManagedSet applied, ManagerKey manager, ManagedSet last)
    {
        if (types(last.ApiVersion) is not { } lastType)
        {
            return merged;
        }

        var lastFields = last.Fields.WithDeclaredParents(lastType);
        var pruned = FieldRemover.Remove(merged, lastFields, lastType);
        var owners = managers.Sets.Where(s => s.Key != manager).Select(s => s.Value).Append(applied);
        foreach (var version in owners.GroupBy(o => o.ApiVersion).OrderBy(g => g.Key == last.ApiVersion ? 0 : 1))
        {
            if (types(version.Key) is { } ownerType)
            {
                var owned = version.Aggregate(FieldSet.Empty, (all, o) => all.Union(o.Fields)).WithDeclaredParents(ownerType);
                pruned = FieldRemover.Remove(merged, All(merged, ownerType).Difference(All(pruned, ownerType).Union(owned)), ownerType);
            }
        }

        var gone = All(merged, lastType).Difference(All(pruned, lastType)).Intersection(lastFields);
        return (JsonObject?)FieldRemover.Remove(merged, gone, lastType) ?? [];
    }

    private static FieldSet All(JsonNode? value, FieldType type) => FieldSetOfValue.Build(value, type).WithDeclaredParents(type);

    private void Reconcile(ManagedFields managers)
    {
        foreach (var (manager, set) in managers.Sets.ToArray())
        {
            if (types(set.ApiVersion) is { } setType)
            {
                managers.Put(manager, set with { Fields = SchemaReconciler.Reconcile(set.Fields, setType) });
            }
            else
            {
                managers.Remove(manager);
            }
        }
    }
}
