namespace Daytwo.Cel.Values;

/// <summary>The order of values.</summary>
internal static class CelOrder
{
    private static readonly CelError NotANumber = new("NaN values cannot be ordered");
    private static readonly CelError NoOverload = new("no such overload");

    /// <summary>-1, 0 or 1; or null and why there is no order.</summary>
    public static int? Compare(CelValue left, CelValue right, out CelError? error)
    {
        error = null;
        int? order = (left.Kind, right.Kind) switch
        {
            (CelKind.Bool, CelKind.Bool) => left.Bits.CompareTo(right.Bits),
            (CelKind.Duration, CelKind.Duration) => left.Bits.CompareTo(right.Bits),
            (CelKind.Timestamp, CelKind.Timestamp) => left.AsTimestamp.CompareTo(right.AsTimestamp),
            (CelKind.String, CelKind.String) => Math.Sign(left.Utf8.SequenceCompareTo(right.Utf8)),
            (CelKind.Bytes, CelKind.Bytes) => Math.Sign(left.AsBytes.Span.SequenceCompareTo(right.AsBytes.Span)),
            _ => CompareNumbers(left, right),
        };
        if (order is null)
        {
            error = right.Kind == CelKind.Error ? right.AsError : IsNumber(left) && IsNumber(right) ? NotANumber : left.Kind == CelKind.Double && double.IsNaN(left.AsDouble) ? NotANumber : NoOverload;
        }

        return order;
    }

    /// <summary>-1, 0 or 1; null when one is no number, or NaN.</summary>
    public static int? CompareNumbers(CelValue left, CelValue right)
    {
        switch (left.Kind)
        {
            case CelKind.Int:
                return right.Kind switch
                {
                    CelKind.Int => left.AsInt.CompareTo(right.AsInt),
                    CelKind.Uint => Numbers.Compare(left.AsInt, right.AsUint),
                    CelKind.Double when !double.IsNaN(right.AsDouble) => -Numbers.Compare(right.AsDouble, left.AsInt),
                    _ => null,
                };
            case CelKind.Uint:
                return right.Kind switch
                {
                    CelKind.Int => -Numbers.Compare(right.AsInt, left.AsUint),
                    CelKind.Uint => left.AsUint.CompareTo(right.AsUint),
                    CelKind.Double when !double.IsNaN(right.AsDouble) => -Numbers.Compare(right.AsDouble, left.AsUint),
                    _ => null,
                };
            case CelKind.Double when !double.IsNaN(left.AsDouble):
                return right.Kind switch
                {
                    CelKind.Int => Numbers.Compare(left.AsDouble, right.AsInt),
                    CelKind.Uint => Numbers.Compare(left.AsDouble, right.AsUint),
                    CelKind.Double when !double.IsNaN(right.AsDouble) => Numbers.Compare(left.AsDouble, right.AsDouble),
                    _ => null,
                };
            default:
                return null;
        }
    }

    private static bool IsNumber(CelValue value) => value.Kind is CelKind.Int or CelKind.Uint or CelKind.Double;
}
