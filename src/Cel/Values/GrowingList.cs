namespace Daytwo.Cel.Values;

/// <summary>The list that a loop (map, filter, transformList) builds: added to in place until <see cref="Complete"/>, before which nothing else sees it.</summary>
internal sealed class GrowingList : ListHandle
{
    private CelValue[] _items = new CelValue[4];
    private int _count;
    private bool _complete;

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

    /// <summary>From now on the list stays as it is.</summary>
    public void Complete() => _complete = true;

    public override CelValue Concat(CelValue own, CelValue other)
    {
        if (_complete)
        {
            return base.Concat(own, other);
        }

        var count = other.Count;
        for (var i = 0; i < count; i++)
        {
            Add(other[i]);
        }

        return own;
    }
}
