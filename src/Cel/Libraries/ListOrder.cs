using Daytwo.Cel.Values;

namespace Daytwo.Cel.Libraries;

/// <summary>Lists ordered by keys of one type.</summary>
internal static class ListOrder
{
    public static CelValue Sort(CelValue list, CelValue keys)
    {
        if (list.Count != keys.Count)
        {
            return CelValue.OfError($"@sortByAssociatedKeys() expected a list of the same size as the associated keys list, but got {list.Count} and {keys.Count} elements respectively");
        }

        if (list.Count == 0)
        {
            return list;
        }

        var kind = keys[0].Kind;
        if (kind is not (CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.Double or CelKind.String or CelKind.Bytes or CelKind.Duration or CelKind.Timestamp))
        {
            return CelValue.OfError("list elements must be comparable");
        }

        var order = new (CelValue Key, CelValue Element)[list.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = (keys[i], list[i]);
            if (order.Length > 1 && keys[i].Kind != kind)
            {
                return CelValue.OfError("list elements must have the same type");
            }
        }

        return CelValue.Of([.. order.Order(Comparer<(CelValue Key, CelValue Element)>.Create((x, y) => CelOrder.Compare(x.Key, y.Key, out _) ?? 0)).Select(o => o.Element)]);
    }
}
