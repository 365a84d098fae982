using Daytwo.Cel.Costs;
using Daytwo.Cel.Quantities;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>Kubernetes' quantities.</summary>
internal static class QuantityLibrary
{
    private static readonly CelType Q = QuantityHandle.QuantityType;

    public static CelLibrary Create(CelDialect dialect)
    {
        // Until v1.37 the sum of large quantities changed the first of them.
        var sharing = dialect < CelDialect.Kubernetes137;
        return new CelLibrary
        {
            Functions =
            [
                new("quantity", CelOverload.Of("string_to_quantity", Q, CelType.String, s => Quantity.Parse(s.Utf8, out var error) is { } q ? Of(q) : CelValue.OfError(error!), CallCosts.FirstTraversed)),
                new("isQuantity", CelOverload.Of("is_quantity_string", Bool, CelType.String, s => CelValue.Of(Quantity.Parse(s.Utf8, out _) is not null), CallCosts.FirstTraversed)),
                new("sign", CelOverload.Of("quantity_sign", Int, Q, q => CelValue.Of((long)Get(q).Sign))),
                new("isGreaterThan", CelOverload.Member("quantity_is_greater_than", Bool, Q, Q, (a, b) => CelValue.Of(Get(a).CompareTo(Get(b)) > 0))),
                new("isLessThan", CelOverload.Member("quantity_is_less_than", Bool, Q, Q, (a, b) => CelValue.Of(Get(a).CompareTo(Get(b)) < 0))),
                new("compareTo", CelOverload.Member("quantity_compare_to", Int, Q, Q, (a, b) => CelValue.Of((long)Math.Sign(Get(a).CompareTo(Get(b)))))),
                new("asApproximateFloat", CelOverload.Member("quantity_get_float", CelType.Double, Q, q => CelValue.Of(Get(q).ToDouble()))),
                new("asInteger", CelOverload.Member("quantity_get_int", Int, Q, q => Get(q).ToInt64() is { } i ? CelValue.Of(i) : CelValue.OfError("cannot convert value to integer"))),
                new("isInteger", CelOverload.Member("quantity_is_integer", Bool, Q, q => CelValue.Of(Get(q).ToInt64() is not null))),
                new(
                    "add",
                    CelOverload.Member("quantity_add", Q, Q, Q, (a, b) => Result(Get(a).Add(Get(b), sharing))),
                    CelOverload.Member("quantity_add_int", Q, Q, Int, (a, i) => Result(Get(a).Add(Quantity.Of(i.AsInt), sharing)))),
                new(
                    "sub",
                    CelOverload.Member("quantity_sub", Q, Q, Q, (a, b) => Result(Get(a).Subtract(Get(b), sharing))),
                    CelOverload.Member("quantity_sub_int", Q, Q, Int, (a, i) => Result(Get(a).Subtract(Quantity.Of(i.AsInt), sharing)))),
            ],
        };
    }

    private static Quantity Get(CelValue value) => ((QuantityHandle)value.Handle!).Quantity;

    private static CelValue Of(Quantity quantity) => new(new QuantityHandle(quantity), 0);

    private static CelValue Result(Quantity? quantity) => quantity is null ? CelValue.OfError("internal error: quantity out of range") : new(new QuantityHandle(quantity, isResult: true), 0);
}
