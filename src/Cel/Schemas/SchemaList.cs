using Daytwo.Cel.Values;

namespace Daytwo.Cel.Schemas;

/// <summary>A list of JSON, its elements typed by a schema. Sets and maps are equal in whatever order, and + merges into them.</summary>
internal sealed class SchemaList(CelValue value, CelSchema schema) : ListHandle
{
    private readonly ListHandle _elements = (ListHandle)value.Handle!;

    public override bool HasOwnEquality => schema.ListType != CelListType.Atomic;

    public override int Count(long bits) => _elements.Count(value.Bits);

    public override CelValue Get(long bits, int index)
    {
        var element = _elements.Get(value.Bits, index);
        return schema.Items is { } items ? SchemaValue.Of(element, items) : element;
    }

    public override bool EqualTo(CelValue own, CelValue other)
    {
        if (own.Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < own.Count; i++)
        {
            var at = IndexOf(other, own[i]);
            if (at < 0 || !CelEquality.AreEqual(own[i], other[at]))
            {
                return false;
            }
        }

        return true;
    }

    public override CelValue Concat(CelValue own, CelValue other)
    {
        if (schema.ListType == CelListType.Atomic)
        {
            return base.Concat(own, other);
        }

        var merged = new List<CelValue>(own.Count + other.Count);
        for (var i = 0; i < own.Count; i++)
        {
            merged.Add(own[i]);
        }

        var kept = merged.Count;
        for (var i = 0; i < other.Count; i++)
        {
            var at = merged.FindIndex(0, kept, e => SameElement(e, other[i]));
            if (at < 0)
            {
                merged.Add(other[i]);
            }
            else
            {
                merged[at] = other[i];
            }
        }

        return CelValue.Of([.. merged]);
    }

    private int IndexOf(CelValue list, CelValue element)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (SameElement(list[i], element))
            {
                return i;
            }
        }

        return -1;
    }

    private bool SameElement(CelValue left, CelValue right)
    {
        if (schema.ListType == CelListType.Set)
        {
            return CelEquality.AreEqual(left, right);
        }

        if (left.Kind != CelKind.Map || right.Kind != CelKind.Map)
        {
            return false;
        }

        foreach (var key in schema.ListKeys)
        {
            var name = CelValue.Of(FieldNames.Escape(key) ?? key);
            var (one, two) = (left.Find(name), right.Find(name));
            if (one.IsUnset != two.IsUnset || (!one.IsUnset && !CelEquality.AreEqual(one, two)))
            {
                return false;
            }
        }

        return true;
    }
}
