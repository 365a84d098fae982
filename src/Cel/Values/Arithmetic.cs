namespace Daytwo.Cel.Values;

/// <summary>The operators + - * / % and the sign, as cel-go computes them: an overflow is an error.</summary>
internal static class Arithmetic
{
    private static readonly CelValue NoOverload = CelValue.OfError("no such overload");
    private static readonly CelValue IntOverflow = CelValue.OfError("integer overflow");
    private static readonly CelValue UintOverflow = CelValue.OfError("unsigned integer overflow");
    private static readonly CelValue DivisionByZero = CelValue.OfError("division by zero");
    private static readonly CelValue ModulusByZero = CelValue.OfError("modulus by zero");

    public static CelValue Add(CelValue left, CelValue right)
    {
        switch (left.Kind, right.Kind)
        {
            case (CelKind.Int, CelKind.Int):
                var sum = unchecked(left.AsInt + right.AsInt);
                return ((left.AsInt ^ sum) & (right.AsInt ^ sum)) < 0 ? IntOverflow : CelValue.Of(sum);
            case (CelKind.Uint, CelKind.Uint):
                return left.AsUint > ulong.MaxValue - right.AsUint ? UintOverflow : CelValue.Of(left.AsUint + right.AsUint);
            case (CelKind.Double, CelKind.Double):
                return CelValue.Of(left.AsDouble + right.AsDouble);
            case (CelKind.String, CelKind.String):
                return Utf8Buffer.Of([.. left.Utf8, .. right.Utf8]);
            case (CelKind.Bytes, CelKind.Bytes):
                return CelValue.OfBytes([.. left.AsBytes.Span, .. right.AsBytes.Span]);
            case (CelKind.List, CelKind.List):
                return ((ListHandle)left.Handle!).Concat(left, right);
            case (CelKind.Duration, CelKind.Duration):
                var nanoseconds = unchecked(left.Bits + right.Bits);
                return ((left.Bits ^ nanoseconds) & (right.Bits ^ nanoseconds)) < 0 ? IntOverflow : CelValue.OfDuration(nanoseconds);
            case (CelKind.Duration, CelKind.Timestamp):
                return TimeArithmetic.Add(right.AsTimestamp, left.AsNanoseconds);
            case (CelKind.Timestamp, CelKind.Duration):
                return TimeArithmetic.Add(left.AsTimestamp, right.AsNanoseconds);
            default:
                return right.IsError ? right : NoOverload;
        }
    }

    public static CelValue Subtract(CelValue left, CelValue right)
    {
        switch (left.Kind, right.Kind)
        {
            case (CelKind.Int, CelKind.Int):
                var difference = unchecked(left.AsInt - right.AsInt);
                return ((left.AsInt ^ right.AsInt) & (left.AsInt ^ difference)) < 0 ? IntOverflow : CelValue.Of(difference);
            case (CelKind.Uint, CelKind.Uint):
                return right.AsUint > left.AsUint ? UintOverflow : CelValue.Of(left.AsUint - right.AsUint);
            case (CelKind.Double, CelKind.Double):
                return CelValue.Of(left.AsDouble - right.AsDouble);
            case (CelKind.Duration, CelKind.Duration):
                var nanoseconds = unchecked(left.Bits - right.Bits);
                return ((left.Bits ^ right.Bits) & (left.Bits ^ nanoseconds)) < 0 ? IntOverflow : CelValue.OfDuration(nanoseconds);
            case (CelKind.Timestamp, CelKind.Duration):
                return right.AsNanoseconds == long.MinValue ? IntOverflow : TimeArithmetic.Add(left.AsTimestamp, -right.AsNanoseconds);
            case (CelKind.Timestamp, CelKind.Timestamp):
                return TimeArithmetic.Between(right.AsTimestamp, left.AsTimestamp);
            default:
                return right.IsError ? right : NoOverload;
        }
    }

    public static CelValue Multiply(CelValue left, CelValue right)
    {
        switch (left.Kind, right.Kind)
        {
            case (CelKind.Int, CelKind.Int):
                var high = Math.BigMul(left.AsInt, right.AsInt, out var product);
                return high != product >> 63 ? IntOverflow : CelValue.Of(product);
            case (CelKind.Uint, CelKind.Uint):
                return Math.BigMul(left.AsUint, right.AsUint, out var low) != 0 ? UintOverflow : CelValue.Of(low);
            case (CelKind.Double, CelKind.Double):
                return CelValue.Of(left.AsDouble * right.AsDouble);
            default:
                return right.IsError ? right : NoOverload;
        }
    }

    public static CelValue Divide(CelValue left, CelValue right) => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => right.AsInt == 0 ? DivisionByZero : left.AsInt == long.MinValue && right.AsInt == -1 ? IntOverflow : CelValue.Of(left.AsInt / right.AsInt),
        (CelKind.Uint, CelKind.Uint) => right.AsUint == 0 ? DivisionByZero : CelValue.Of(left.AsUint / right.AsUint),
        (CelKind.Double, CelKind.Double) => CelValue.Of(left.AsDouble / right.AsDouble),
        _ => right.IsError ? right : NoOverload,
    };

    public static CelValue Modulo(CelValue left, CelValue right) => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => right.AsInt == 0 ? ModulusByZero : left.AsInt == long.MinValue && right.AsInt == -1 ? IntOverflow : CelValue.Of(left.AsInt % right.AsInt),
        (CelKind.Uint, CelKind.Uint) => right.AsUint == 0 ? ModulusByZero : CelValue.Of(left.AsUint % right.AsUint),
        _ => right.IsError ? right : NoOverload,
    };

    public static CelValue Negate(CelValue value) => value.Kind switch
    {
        CelKind.Int => value.AsInt == long.MinValue ? IntOverflow : CelValue.Of(-value.AsInt),
        CelKind.Double => CelValue.Of(-value.AsDouble),
        CelKind.Duration => value.AsNanoseconds == long.MinValue ? IntOverflow : CelValue.OfDuration(-value.AsNanoseconds),
        _ => NoOverload,
    };
}
