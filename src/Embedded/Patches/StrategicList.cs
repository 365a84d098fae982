using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Patches;

/// <summary>Merges one list field: by its merge key, as a set of scalars, or not at all.</summary>
internal sealed class StrategicList(StrategicMergePatch maps, StructuralSchema? field, StrategicFailure failure)
{
    private readonly string mergeKey = field?.PatchMergeKey ?? "";

    public JsonArray MergeOrReplace(JsonArray stored, JsonArray changes) =>
        field?.PatchStrategy.Split(',').Contains(Directive.Merge) == true ? Merge(stored, changes) : changes;

    /// <summary>The merged list: items of the patch in its order, others where they were.</summary>
    public JsonArray Merge(JsonArray stored, JsonArray changes)
    {
        if (stored.Concat(changes).All(i => i is not JsonObject))
        {
            return Ordered(Distinct(stored, changes), changes, stored);
        }

        if (mergeKey.Length == 0)
        {
            failure.Internal($"cannot merge lists without merge key for {field?.DefinitionName}");
            return stored;
        }

        var kept = stored.ToList();
        var plain = new List<JsonNode?>();
        var replaces = Sort(changes, kept, plain);
        return replaces ? new([.. plain.Select(Detached)]) : MergeItems(stored, kept, plain);
    }

    /// <summary>The items, those named by <paramref name="order"/> in its order, the others as they stood in the stored list.</summary>
    public JsonArray Ordered(JsonArray items, JsonArray order, JsonArray stored)
    {
        var all = items.ToList();
        var named = all.Where(i => Position(order, i) >= 0).OrderBy(i => Position(order, i)).ToList();
        var others = all.Where(i => Position(order, i) < 0).OrderBy(i => Position(stored, i) is >= 0 and var p ? p : int.MaxValue).ToList();
        var places = all.ToDictionary(i => i ?? "", i => Position(stored, i));
        items.Clear();
        var result = new JsonArray();
        int o = 0, n = 0;
        while (o < others.Count || n < named.Count)
        {
            var takeOther = n >= named.Count || (o < others.Count && Before(places[others[o] ?? ""], places[named[n] ?? ""]));
            result.Add(takeOther ? others[o++] : named[n++]);
        }

        return result;
    }

    /// <summary>Whether the items of a patch come in the stated order and are all part of it.</summary>
    public bool Follows(JsonArray? changes, JsonArray order)
    {
        if (changes is null or { Count: 0 } || order.Count == 0)
        {
            return true;
        }

        var positions = changes.Where(i => !Directive.Marks(i)).Select(i => Position(order, i)).ToList();
        return positions.All(p => p >= 0) && positions.Zip(positions.Skip(1)).All(p => p.First < p.Second);
    }

    private static bool Before(int left, int right) => left >= 0 && right >= 0 && left < right;

    /// <summary>Carries out the directives among the items and leaves the plain ones.</summary>
    /// <returns>True when the patch replaces the list.</returns>
    private bool Sort(JsonArray changes, List<JsonNode?> kept, List<JsonNode?> plain)
    {
        var replaces = false;
        foreach (var item in changes)
        {
            if (item is not JsonObject map)
            {
                failure.Internal("all items of the list must be objects");
            }
            else if (!map.TryGetPropertyValue(Directive.Marker, out var directive))
            {
                plain.Add(map);
            }
            else if (directive.TextOrNull() == Directive.Replace)
            {
                replaces = true;
            }
            else if (directive.TextOrNull() == Directive.Delete && map.ContainsKey(mergeKey))
            {
                kept.RemoveAll(i => JsonNodes.Same((i as JsonObject)?[mergeKey], map[mergeKey]));
            }
            else
            {
                failure.Internal(directive.TextOrNull() == Directive.Delete ? NoKey(map) : $"unknown patch type: {directive} in map: {GoText.Plain(map)}");
            }
        }

        return replaces;
    }

    private JsonArray MergeItems(JsonArray stored, List<JsonNode?> kept, List<JsonNode?> plain)
    {
        var order = new JsonArray([.. plain.Select(JsonNodes.Copy)]);
        var before = (JsonArray)stored.DeepClone();
        stored.Clear();
        foreach (var change in plain.Cast<JsonObject>())
        {
            if (!change.ContainsKey(mergeKey))
            {
                failure.Internal(NoKey(change));
                continue;
            }

            var at = kept.FindIndex(i => JsonNodes.Same((i as JsonObject)?[mergeKey], change[mergeKey]));
            change.Parent?.AsArray().Remove(change);
            if (at >= 0)
            {
                kept[at] = maps.MergeMap((JsonObject)kept[at]!, change, field?.Items);
            }
            else
            {
                kept.Add(change);
            }
        }

        return Ordered(new([.. kept.Select(Detached)]), order, before);
    }

    private static JsonArray Distinct(JsonArray stored, JsonArray changes)
    {
        var result = new JsonArray();
        foreach (var item in stored.Concat(changes).Where(i => !result.Any(r => JsonNodes.Same(r, i))))
        {
            result.Add(item.Copy());
        }

        return result;
    }

    private int Position(JsonArray list, JsonNode? item)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (item is JsonObject map && mergeKey.Length > 0
                ? JsonNodes.Same((list[i] as JsonObject)?[mergeKey], map[mergeKey])
                : JsonNodes.Same(list[i], item))
            {
                return i;
            }
        }

        return -1;
    }

    private static JsonNode? Detached(JsonNode? node) => node?.Parent is null ? node : node.DeepClone();

    private string NoKey(JsonObject map) => $"map: {GoText.Plain(map)} does not contain declared merge key: {mergeKey}";
}
