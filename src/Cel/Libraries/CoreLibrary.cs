using Daytwo.Cel.Costs;
using Daytwo.Cel.Evaluation;
using Daytwo.Cel.Parsing;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>Operators and what every CEL has: logic, equality, index, size, membership.</summary>
internal static class CoreLibrary
{
    private static readonly CelType A = Parameter("A");
    private static readonly CelType B = Parameter("B");
    private static readonly CelType ListOfA = List(A);
    private static readonly CelType MapOfAb = Map(A, B);

    public static CelLibrary Create(CelDialect dialect) => new()
    {
        Macros = StandardMacros.All,
        TypeNames = [Bool, Bytes, CelType.Double, Duration, Int, ListOfA, MapOfAb, Null, CelType.String, Timestamp, CelType.Type, Uint],
        Functions =
        [
            new(Operators.Conditional, CelOverload.Declared("conditional", A, Bool, A, A)),
            new(Operators.And, CelOverload.Declared("logical_and", Bool, Bool, Bool)),
            new(Operators.Or, CelOverload.Declared("logical_or", Bool, Bool, Bool)),
            new(Operators.Not, CelOverload.Declared("logical_not", Bool, Bool)) { Unary = Not },
            new(Operators.NotStrictlyFalse, CelOverload.Of("not_strictly_false", Bool, Bool, NotStrictlyFalse)) { Unguarded = true, TakesErrors = true },
            new(Operators.Equal, CelOverload.Declared("equals", Bool, A, A)),
            new(Operators.NotEqual, CelOverload.Declared("not_equals", Bool, A, A)),
            new(
                Operators.Index,
                CelOverload.Declared("index_list", A, ListOfA, Int),
                CelOverload.Declared("index_map", B, MapOfAb, A)),
            new(
                Operators.In,
                CelOverload.Declared("in_list", Bool, [A, ListOfA], CallCosts.SecondSize),
                CelOverload.Declared("in_map", Bool, A, MapOfAb))
            {
                Binary = In,
                Breakdown = static a => a[1].Handle is ComputedMap { PanicsForKeys: true } ? GoPanics.NotHashable(a[0]) : null,
            },
            new(
                "size",
                CelOverload.Declared("size_bytes", Int, Bytes),
                CelOverload.DeclaredMember("bytes_size", Int, Bytes),
                CelOverload.Declared("size_list", Int, ListOfA),
                CelOverload.DeclaredMember("list_size", Int, ListOfA),
                CelOverload.Declared("size_map", Int, MapOfAb),
                CelOverload.DeclaredMember("map_size", Int, MapOfAb),
                CelOverload.Declared("size_string", Int, CelType.String),
                CelOverload.DeclaredMember("string_size", Int, CelType.String))
            {
                Unary = v => CelValue.Of(ValueSize.Of(v)),
                Trait = Traits.Sizer,
            },
            Text("contains", "contains_string", (s, t) => s.IndexOf(t) >= 0, CallCosts.Search),
            Text("endsWith", "ends_with_string", (s, t) => s.EndsWith(t), AffixCost(dialect)),
            Text("startsWith", "starts_with_string", (s, t) => s.StartsWith(t), AffixCost(dialect)),
        ],
    };

    /// <summary>v1.37 counts the part that is compared.</summary>
    private static CallCost AffixCost(CelDialect dialect) => dialect >= CelDialect.Kubernetes137 ? (a, _) => CallCosts.SecondTraversed(a) : CallCosts.FirstContentTraversed;

    private delegate bool TextTest(ReadOnlySpan<byte> text, ReadOnlySpan<byte> part);

    private static CelFunction Text(string name, string overload, TextTest test, CallCost cost) =>
        new(name, CelOverload.Member(overload, Bool, CelType.String, CelType.String, (s, t) => Test(s, t, test), cost)) { Unguarded = true };

    private static CelValue Test(CelValue text, CelValue part, TextTest test) =>
        text.Kind == CelKind.String && part.Kind == CelKind.String ? CelValue.Of(test(text.Utf8, part.Utf8)) : CelValue.OfError("no such overload");

    private static CelValue Not(CelValue value) => value.Kind == CelKind.Bool ? CelValue.Of(!value.AsBool) : CelValue.OfError("no such overload");

    private static CelValue NotStrictlyFalse(CelValue value) => value.Kind == CelKind.Bool ? value : CelValue.True;

    private static CelValue In(CelValue element, CelValue container)
    {
        if (container.Kind == CelKind.Map)
        {
            return CelValue.Of(!container.Find(element).IsUnset);
        }

        if (container.Kind != CelKind.List)
        {
            return CelValue.OfError("no such overload");
        }

        for (var i = 0; i < container.Count; i++)
        {
            if (CelEquality.AreEqual(element, container[i]))
            {
                return CelValue.True;
            }
        }

        return CelValue.False;
    }
}
