namespace Daytwo.Cel.Values;

/// <summary>The list that a loop (map, filter, transformList) builds; nothing else sees it before it is complete.</summary>
internal sealed class GrowingList : ListHandle
{
    private CelValue[] _items = new CelValue[4];
    private int _count;

    public override int Count(long bits) => _count;

    public override CelValue Get(long bits, int index) => _items[index];

    public void Add(CelValue item)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count * 2);
        }

        _items[_count++] = item;
    }

    public override CelValue Concat(CelValue own, CelValue other)
    {
        var count = other.Count;
        for (var i = 0; i < count; i++)
        {
            Add(other[i]);
        }

        return own;
    }
}
