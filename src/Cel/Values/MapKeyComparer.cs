namespace Daytwo.Cel.Values;

/// <summary>
/// When two keys of a map literal are one key, as Go compares them: same kind and same content; a NaN is never one; timestamps only with the same
/// zone, of which Go knows those of whole hours again; lists, maps, optionals and most values of libraries only by identity.
/// </summary>
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
            CelKind.Type => x.AsType.Name == y.AsType.Name,
            CelKind.Timestamp => ReferenceEquals(x.Handle, y.Handle) || (x.AsTimestamp == y.AsTimestamp && x.AsTimestamp.OffsetSeconds % 3600 == 0),
            CelKind.Opaque => x.Opaque.IsSameKey(y.Opaque),
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
