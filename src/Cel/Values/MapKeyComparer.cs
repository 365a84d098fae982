namespace Daytwo.Cel.Values;

/// <summary>When two keys of a map literal are one key: same kind and same content; a NaN is never one, lists and maps only by identity.</summary>
internal sealed class MapKeyComparer : IEqualityComparer<CelValue>
{
    public static readonly MapKeyComparer Instance = new();

    public bool Equals(CelValue x, CelValue y)
    {
        if (x.Kind != y.Kind)
        {
            return false;
        }

        return x.Kind switch
        {
            CelKind.Null => true,
            CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.Duration => x.Bits == y.Bits,
            CelKind.Double => x.AsDouble.Equals(y.AsDouble) ? !double.IsNaN(x.AsDouble) : x.AsDouble == y.AsDouble,
            CelKind.String => x.Utf8.SequenceEqual(y.Utf8),
            _ => ReferenceEquals(x.Handle, y.Handle) && x.Bits == y.Bits,
        };
    }

    public int GetHashCode(CelValue obj)
    {
        if (obj.Kind == CelKind.String)
        {
            var hash = default(HashCode);
            hash.AddBytes(obj.Utf8);
            return hash.ToHashCode();
        }

        return obj.Kind == CelKind.Double ? obj.AsDouble.GetHashCode() : HashCode.Combine(obj.Kind, obj.Bits);
    }
}
