using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Apply;

/// <summary>Every leaf, list item and undeclared key that a value mentions.</summary>
internal sealed class FieldSetOfValue
{
    private readonly FieldSet set = new();
    private readonly List<PathElement> path = [];

    public static FieldSet Build(JsonNode? value, FieldType type)
    {
        var builder = new FieldSetOfValue();
        builder.Visit(value, type);
        return builder.set;
    }

    private void Visit(JsonNode? value, FieldType type)
    {
        switch (Handlings.Of(type, Slot.Of(value)))
        {
            case Handling.Scalar:
                Mark();
                break;
            case Handling.List when type.ListIsAtomic:
                Mark();
                break;
            case Handling.List:
                VisitItems(value as JsonArray, type);
                break;
            case Handling.Map when type.MapIsAtomic:
                Mark();
                break;
            case Handling.Map:
                VisitFields(value as JsonObject, type);
                break;
        }
    }

    private void VisitFields(JsonObject? map, FieldType type)
    {
        foreach (var (key, value) in map ?? [])
        {
            path.Add(PathElement.Field(key));
            Visit(value, type.Field(key) ?? FieldType.Deduced);
            if (value is null or JsonObject { Count: 0 } || !type.Declares(key))
            {
                Mark();
            }

            path.RemoveAt(path.Count - 1);
        }
    }

    /// <summary>Of items with the same name none is followed; the name alone is owned.</summary>
    private void VisitItems(JsonArray? list, FieldType type)
    {
        foreach (var same in ListItems.Named(type, list).GroupBy(i => i.Element))
        {
            path.Add(same.Key);
            if (same.Count() == 1)
            {
                Visit(same.First().Item, type.Item);
            }

            Mark();
            path.RemoveAt(path.Count - 1);
        }
    }

    private void Mark() => set.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(path));
}
