namespace Daytwo.Embedded.Apply;

/// <summary>Keeps at most ten updaters: the oldest of a version are put together under one name.</summary>
internal static class ManagerLimit
{
    private const int MaximumUpdaters = 10;
    private const string Bucket = "ancient-changes";

    public static void Enforce(ManagedFields managers)
    {
        var updaters = managers.Sets.Where(s => !s.Key.Applies)
            .OrderBy(s => s.Value.Time ?? "", StringComparer.Ordinal)
            .ThenBy(s => s.Key.SortKey, StringComparer.Ordinal)
            .ToArray();
        var excess = updaters.Length - MaximumUpdaters;
        var first = new Dictionary<string, ManagerKey>(StringComparer.Ordinal);
        foreach (var (key, set) in updaters)
        {
            if (excess <= 0)
            {
                return;
            }

            if (!first.TryGetValue(set.ApiVersion, out var oldest))
            {
                first[set.ApiVersion] = key;
                continue;
            }

            Merge(managers, ManagerKey.Updater(Bucket, set.ApiVersion, ""), oldest, key, set);
            excess--;
        }
    }

    private static void Merge(ManagedFields managers, ManagerKey bucket, ManagerKey oldest, ManagerKey key, ManagedSet set)
    {
        var source = managers.Sets.ContainsKey(bucket) ? bucket : oldest;
        var fields = managers.Sets[source].Fields.Union(set.Fields);
        managers.Remove(source);
        managers.Remove(key);
        managers.Put(bucket, set with { Fields = fields });
    }
}
