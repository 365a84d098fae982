using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Apply;

/// <summary>
/// Merges associative lists. Shared items come in the order of the applied list; live items that are not applied keep
/// their place between them; items that share a name in the live list are replaced by the applied one.
/// </summary>
internal sealed class ListMerger
{
    private readonly FieldType type;
    private readonly (PathElement Element, JsonNode? Item)[] live;
    private readonly (PathElement Element, JsonNode? Item)[] applied;
    private readonly Dictionary<PathElement, Slot> liveByName = [];
    private readonly Dictionary<PathElement, JsonNode?> appliedByName = [];
    private readonly Queue<PathElement> sharedOrder;
    private readonly HashSet<PathElement> merged = [];
    private readonly JsonArray result = [];

    public ListMerger(FieldType type, JsonArray? live, JsonArray? applied)
    {
        this.type = type;
        this.live = [.. ListItems.Named(type, live)];
        this.applied = [.. ListItems.Named(type, applied)];
        foreach (var (element, item) in this.live)
        {
            liveByName[element] = liveByName.ContainsKey(element) ? Slot.Of(null) : Slot.Of(item);
        }

        foreach (var (element, item) in this.applied)
        {
            appliedByName[element] = item;
        }

        sharedOrder = new(this.applied.Select(i => i.Element).Where(liveByName.ContainsKey));
    }

    public JsonArray Merge()
    {
        var next = NextShared();
        for (int l = 0, a = 0; l < live.Length || a < applied.Length;)
        {
            if (l < live.Length && a < applied.Length)
            {
                var name = live[l].Element;
                if (name.Equals(applied[a].Element))
                {
                    TakeApplied(name);
                    (l, a, next) = (l + 1, a + 1, NextShared());
                    continue;
                }

                if (appliedByName.ContainsKey(name) && next is not null && !next.Equals(name))
                {
                    l++;
                    continue;
                }
            }

            if (l < live.Length)
            {
                var (name, item) = live[l];
                if (!appliedByName.ContainsKey(name))
                {
                    Take(Slot.Of(item), Slot.Absent);
                    l++;
                    continue;
                }

                l += merged.Contains(name) ? 1 : 0;
            }

            if (a < applied.Length)
            {
                var name = applied[a++].Element;
                TakeApplied(name);
                next = name.Equals(next) ? NextShared() : next;
            }
        }

        return result;
    }

    private PathElement? NextShared() => sharedOrder.TryDequeue(out var element) ? element : null;

    private void TakeApplied(PathElement name)
    {
        merged.Add(name);
        Take(liveByName.GetValueOrDefault(name), Slot.Of(appliedByName[name]));
    }

    private void Take(Slot left, Slot right)
    {
        var item = ValueMerger.Visit(left, right, type.Item);
        if (item.Exists)
        {
            result.Add(item.Value);
        }
    }
}
