namespace Daytwo.Cel.Values;

/// <summary>Lists: what they hold may depend on the 64 bits of the value (a part of a JSON document).</summary>
internal abstract class ListHandle() : ValueHandle(CelKind.List)
{
    public abstract int Count(long bits);

    /// <summary>The element at <paramref name="index"/>, which must be in range.</summary>
    public abstract CelValue Get(long bits, int index);

    /// <summary>This list and then the other; a new list unless one of them is empty.</summary>
    public virtual CelValue Concat(CelValue own, CelValue other)
    {
        var first = Count(own.Bits);
        var second = other.Count;
        if (first == 0)
        {
            return other;
        }

        if (second == 0)
        {
            return own;
        }

        var items = new CelValue[first + second];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = i < first ? Get(own.Bits, i) : other[i - first];
        }

        return new CelValue(new ArrayList(items, joined: true), 0);
    }

    /// <summary>Whether it was made of two lists: that shows where it leaves the expression.</summary>
    public virtual bool IsJoined => false;

    /// <summary>Whether <see cref="EqualTo"/> decides what is equal, not place by place.</summary>
    public virtual bool HasOwnEquality => false;

    /// <summary>Equality of a list with <see cref="HasOwnEquality"/>.</summary>
    public virtual bool EqualTo(CelValue own, CelValue other) => throw new InvalidOperationException("this list is compared place by place");

    /// <summary>The name of its Go type when it comes straight from the input; null for computed lists.</summary>
    public virtual string? GoNativeName => null;
}
