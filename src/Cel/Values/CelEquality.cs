namespace Daytwo.Cel.Values;

/// <summary>Equality of values: across number types by value, of different kinds false.</summary>
internal static class CelEquality
{
    /// <summary>A bool; or the error of a library's value that compares only with its own kind.</summary>
    public static CelValue Compare(CelValue left, CelValue right)
    {
        var kind = left.Kind;
        if (kind == CelKind.Opaque)
        {
            return right.Kind == CelKind.Null ? CelValue.False : left.Opaque.EqualTo(right);
        }

        if (kind == CelKind.Error)
        {
            return left;
        }

        if (kind == CelKind.Optional && right.Kind == CelKind.Optional && left.HasValue && right.HasValue)
        {
            return Compare(left.OptionalValue, right.OptionalValue);
        }

        return CelValue.Of(AreEqual(left, right));
    }

    /// <summary>As <see cref="Compare"/>; an error counts as not equal.</summary>
    public static bool AreEqual(CelValue left, CelValue right)
    {
        switch (left.Kind)
        {
            case CelKind.Null:
                return right.Kind == CelKind.Null;
            case CelKind.Bool:
                return right.Kind == CelKind.Bool && left.Bits == right.Bits;
            case CelKind.Int:
            case CelKind.Uint:
            case CelKind.Double:
                return CelOrder.CompareNumbers(left, right) is 0;
            case CelKind.String:
                return right.Kind == CelKind.String && left.Utf8.SequenceEqual(right.Utf8);
            case CelKind.Bytes:
                return right.Kind == CelKind.Bytes && left.AsBytes.Span.SequenceEqual(right.AsBytes.Span);
            case CelKind.Duration:
                return right.Kind == CelKind.Duration && left.Bits == right.Bits;
            case CelKind.Timestamp:
                return right.Kind == CelKind.Timestamp && left.AsTimestamp.CompareTo(right.AsTimestamp) == 0;
            case CelKind.List:
                return right.Kind == CelKind.List && ListsEqual(left, right);
            case CelKind.Map:
                return right.Kind == CelKind.Map && MapsEqual(left, right);
            case CelKind.Type:
                return right.Kind == CelKind.Type && left.AsType.Name == right.AsType.Name;
            case CelKind.Optional:
                return right.Kind == CelKind.Optional && (left.HasValue && right.HasValue ? AreEqual(left.OptionalValue, right.OptionalValue) : left.HasValue == right.HasValue);
            case CelKind.Opaque:
                return left.Opaque.EqualTo(right).IsTrue;
            default:
                return false;
        }
    }

    // An element whose comparison fails does not make lists or maps differ: so has cel-go.
    private static bool Differ(CelValue left, CelValue right) => Compare(left, right) is { Kind: CelKind.Bool, AsBool: false };

    private static bool ListsEqual(CelValue left, CelValue right)
    {
        if (left.Handle is ListHandle { HasOwnEquality: true } list)
        {
            return list.EqualTo(left, right);
        }

        var count = left.Count;
        if (count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (Differ(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MapsEqual(CelValue left, CelValue right)
    {
        var count = left.Count;
        if (count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            var other = right.Find(left.KeyAt(i));
            if (other.IsUnset || Differ(left.ValueAt(i), other))
            {
                return false;
            }
        }

        return true;
    }
}
