using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Apply;

/// <summary>
/// Lays an applied configuration over a live value: leaves of the configuration win, nothing is removed, lists keep
/// the live order unless the configuration orders them otherwise. The result shares no node with its sources.
/// </summary>
internal static class ValueMerger
{
    public static JsonNode? Merge(JsonNode? live, JsonNode? applied, FieldType type) => Visit(Slot.Of(live), Slot.Of(applied), type).Value;

    internal static Slot Visit(Slot live, Slot applied, FieldType type)
    {
        var way = Handlings.Of(type, applied.Exists ? applied : live);
        return way switch
        {
            Handling.Map => MergeMaps(live, applied, type),
            Handling.List => MergeLists(live, applied, type),
            _ => Leaf(live, applied),
        };
    }

    private static Slot MergeMaps(Slot live, Slot applied, FieldType type)
    {
        var (left, right) = (live.Value as JsonObject, applied.Value as JsonObject);
        if (type.MapIsAtomic || ((left?.Count ?? 0) == 0 && (right?.Count ?? 0) == 0))
        {
            return Leaf(live, applied);
        }

        var result = new JsonObject();
        foreach (var key in (left ?? []).Select(p => p.Key).Union((right ?? []).Select(p => p.Key)))
        {
            var field = Visit(Slot.Of(left, key), Slot.Of(right, key), type.Field(key) ?? FieldType.Deduced);
            if (field.Exists)
            {
                result[key] = field.Value;
            }
        }

        return result.Count > 0 ? Slot.Of(result) : Slot.Absent;
    }

    private static Slot MergeLists(Slot live, Slot applied, FieldType type)
    {
        var (left, right) = (live.Value as JsonArray, applied.Value as JsonArray);
        if (type.ListIsAtomic || ((left?.Count ?? 0) == 0 && (right?.Count ?? 0) == 0))
        {
            return Leaf(live, applied);
        }

        var result = new ListMerger(type, left, right).Merge();
        return result.Count > 0 ? Slot.Of(result) : Slot.Absent;
    }

    private static Slot Leaf(Slot live, Slot applied)
    {
        var kept = applied.Exists ? applied : live;
        return kept.Exists ? Slot.Of(kept.Value?.DeepClone()) : Slot.Absent;
    }
}
