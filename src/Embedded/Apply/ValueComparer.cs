using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Apply;

/// <summary>Compares two values of one type, field by field where fields are owned apart.</summary>
internal sealed class ValueComparer
{
    private readonly Comparison result = new(new(), new(), new());
    private readonly List<PathElement> path = [];

    public static Comparison Compare(JsonNode? old, JsonNode? next, FieldType type)
    {
        var comparer = new ValueComparer();
        comparer.Visit(Slot.Of(old), Slot.Of(next), type);
        return comparer.result;
    }

    private void Visit(Slot old, Slot next, FieldType type)
    {
        var oldWay = Handlings.Of(type, old);
        var nextWay = Handlings.Of(type, next);
        var isLeaf = false;
        if (next.Exists && old.Exists && oldWay != nextWay)
        {
            Handle(oldWay, old, next, type);
        }

        isLeaf = Handle(next.Exists ? nextWay : oldWay, old, next, type);
        if (!isLeaf && !(old.Exists && next.Exists))
        {
            Mark(old.Exists ? result.Removed : result.Added);
        }
    }

    /// <returns>True when the value was compared as a whole.</returns>
    private bool Handle(Handling way, Slot old, Slot next, FieldType type)
    {
        switch (way)
        {
            case Handling.Map:
                var (oldMap, nextMap) = (old.Value as JsonObject, next.Value as JsonObject);
                if (type.MapIsAtomic || (Empty(oldMap) && Empty(nextMap)))
                {
                    return Leaf(old, next);
                }

                VisitFields(oldMap, nextMap, type);
                return false;
            case Handling.List:
                var (oldList, nextList) = (old.Value as JsonArray, next.Value as JsonArray);
                if (type.ListIsAtomic || ((oldList?.Count ?? 0) == 0 && (nextList?.Count ?? 0) == 0))
                {
                    return Leaf(old, next);
                }

                VisitItems(oldList, nextList, type);
                return false;
            default:
                return Leaf(old, next);
        }
    }

    private void VisitFields(JsonObject? old, JsonObject? next, FieldType type)
    {
        foreach (var key in (old ?? []).Select(p => p.Key).Union((next ?? []).Select(p => p.Key)))
        {
            path.Add(PathElement.Field(key));
            Visit(Slot.Of(old, key), Slot.Of(next, key), type.Field(key) ?? FieldType.Deduced);
            path.RemoveAt(path.Count - 1);
        }
    }

    private void VisitItems(JsonArray? old, JsonArray? next, FieldType type)
    {
        var oldItems = ListItems.Named(type, old).ToLookup(i => i.Element, i => i.Item);
        var nextItems = ListItems.Named(type, next).ToLookup(i => i.Element, i => i.Item);
        foreach (var element in oldItems.Select(g => g.Key).Union(nextItems.Select(g => g.Key)))
        {
            path.Add(element);
            VisitItem([.. oldItems[element]], [.. nextItems[element]], type.Item);
            path.RemoveAt(path.Count - 1);
        }
    }

    /// <summary>Items that share a name are compared as a whole.</summary>
    private void VisitItem(JsonNode?[] old, JsonNode?[] next, FieldType type)
    {
        switch (old.Length, next.Length)
        {
            case ( <= 1, <= 1):
                Visit(First(old), First(next), type);
                break;
            case ( >= 2, >= 2):
                if (old.Length != next.Length || !old.Zip(next).All(p => JsonNodes.Same(p.First, p.Second)))
                {
                    Mark(result.Modified);
                }

                break;
            case ( >= 2, _):
                if (next.Length > 0)
                {
                    Visit(Slot.Absent, First(next), type);
                }

                Mark(result.Removed);
                break;
            default:
                if (old.Length > 0)
                {
                    Visit(First(old), Slot.Absent, type);
                }

                Mark(result.Added);
                break;
        }
    }

    private bool Leaf(Slot old, Slot next)
    {
        if (!old.Exists)
        {
            Mark(result.Added);
        }
        else if (!next.Exists)
        {
            Mark(result.Removed);
        }
        else if (!JsonNodes.Same(old.Value, next.Value))
        {
            Mark(result.Modified);
        }

        return true;
    }

    private static Slot First(JsonNode?[] items) => items.Length == 0 ? Slot.Absent : Slot.Of(items[0]);

    private static bool Empty(JsonObject? map) => (map?.Count ?? 0) == 0;

    private void Mark(FieldSet set) => set.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(path));
}
