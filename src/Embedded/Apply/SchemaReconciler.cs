using System.Runtime.InteropServices;

namespace Daytwo.Embedded.Apply;

/// <summary>
/// Brings a set that was written under an older schema in line with the present one: who owned parts of what is
/// atomic now owns all of it.
/// </summary>
internal sealed class SchemaReconciler
{
    private readonly FieldSet atomic = new();
    private readonly List<PathElement> path = [];

    public static FieldSet Reconcile(FieldSet set, FieldType type)
    {
        var reconciler = new SchemaReconciler();
        reconciler.Visit(set, type, ownedWhole: false);
        return reconciler.atomic.IsEmpty ? set : set.RecursiveDifference(reconciler.atomic).Union(reconciler.atomic);
    }

    private void Visit(FieldSet set, FieldType type, bool ownedWhole)
    {
        if (type.AllowsMap)
        {
            if (type.IsFreeForm && !type.MapIsAtomic)
            {
                return;
            }

            if (type.MapIsAtomic && !ownedWhole)
            {
                MarkUnless(set.IsEmpty);
                return;
            }
        }
        else if (type.AllowsList && type.ListIsAtomic && !ownedWhole)
        {
            MarkUnless(false);
            return;
        }

        Descend(set, type);
    }

    private void Descend(FieldSet set, FieldType type)
    {
        foreach (var element in set.Members.Union(set.Children.Select(c => c.Key)))
        {
            var below = element.Kind == PathElementKind.Field ? type.Field(element.Name) : type.AllowsList ? type.Item : null;
            if (below is null)
            {
                continue;
            }

            path.Add(element);
            Visit(set.Below(element), below, ownedWhole: set.Has(element) && !set.HasChild(element));
            path.RemoveAt(path.Count - 1);
        }
    }

    private void MarkUnless(bool nothingOwned)
    {
        if (!nothingOwned)
        {
            atomic.Add(CollectionsMarshal.AsSpan(path));
        }
    }
}
