using Daytwo.Cel.Costs;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>The operators + - * / % and the order of values.</summary>
internal static class ArithmeticLibrary
{
    private static readonly CelType ListOfA = List(Parameter("A"));

    public static CelLibrary Create() => new()
    {
        Functions =
        [
            new(
                Operators.Add,
                CelOverload.Declared("add_bytes", Bytes, [Bytes, Bytes], CallCosts.BothTraversed),
                Same("add_double", CelType.Double),
                CelOverload.Declared("add_duration_duration", Duration, Duration, Duration),
                CelOverload.Declared("add_duration_timestamp", Timestamp, Duration, Timestamp),
                CelOverload.Declared("add_timestamp_duration", Timestamp, Timestamp, Duration),
                Same("add_int64", Int),
                CelOverload.Declared("add_list", ListOfA, ListOfA, ListOfA),
                CelOverload.Declared("add_string", CelType.String, [CelType.String, CelType.String], CallCosts.BothTraversed),
                Same("add_uint64", Uint))
            {
                Binary = Arithmetic.Add,
                Trait = Traits.Adder,
            },
            new(Operators.Divide, Same("divide_double", CelType.Double), Same("divide_int64", Int), Same("divide_uint64", Uint)) { Binary = Arithmetic.Divide, Trait = Traits.Divider },
            new(Operators.Modulo, Same("modulo_int64", Int), Same("modulo_uint64", Uint)) { Binary = Arithmetic.Modulo, Trait = Traits.Modder },
            new(Operators.Multiply, Same("multiply_double", CelType.Double), Same("multiply_int64", Int), Same("multiply_uint64", Uint)) { Binary = Arithmetic.Multiply, Trait = Traits.Multiplier },
            new(Operators.Negate, CelOverload.Declared("negate_double", CelType.Double, CelType.Double), CelOverload.Declared("negate_int64", Int, Int)) { Unary = Arithmetic.Negate, Trait = Traits.Negator },
            new(
                Operators.Subtract,
                Same("subtract_double", CelType.Double),
                CelOverload.Declared("subtract_duration_duration", Duration, Duration, Duration),
                Same("subtract_int64", Int),
                CelOverload.Declared("subtract_timestamp_duration", Timestamp, Timestamp, Duration),
                CelOverload.Declared("subtract_timestamp_timestamp", Duration, Timestamp, Timestamp),
                Same("subtract_uint64", Uint))
            {
                Binary = Arithmetic.Subtract,
                Trait = Traits.Subtractor,
            },
            Order(Operators.Less, "less", order => order < 0),
            Order(Operators.LessOrEqual, "less_equals", order => order <= 0),
            Order(Operators.Greater, "greater", order => order > 0),
            Order(Operators.GreaterOrEqual, "greater_equals", order => order >= 0),
        ],
    };

    private static CelOverload Same(string id, CelType type) => CelOverload.Declared(id, type, type, type);

    private static CelFunction Order(string name, string id, Func<int, bool> holds) =>
        new(name, [.. Orders(id)])
        {
            Trait = Traits.Comparer,
            Binary = (left, right) => CelOrder.Compare(left, right, out var error) is { } order ? CelValue.Of(holds(order)) : new CelValue(error!, 0),
        };

    private static IEnumerable<CelOverload> Orders(string id)
    {
        (string Name, CelType Type)[] numbers = [("int64", Int), ("uint64", Uint), ("double", CelType.Double)];
        yield return CelOverload.Declared($"{id}_bool", Bool, Bool, Bool);
        foreach (var (left, leftType) in numbers)
        {
            yield return CelOverload.Declared($"{id}_{left}", Bool, leftType, leftType);
            foreach (var (right, rightType) in numbers.Where(n => n.Name != left))
            {
                yield return CelOverload.Declared($"{id}_{left}_{right}", Bool, leftType, rightType);
            }
        }

        yield return CelOverload.Declared($"{id}_string", Bool, [CelType.String, CelType.String], CallCosts.ShorterTraversed);
        yield return CelOverload.Declared($"{id}_bytes", Bool, [Bytes, Bytes], CallCosts.ShorterTraversed);
        yield return CelOverload.Declared($"{id}_timestamp", Bool, Timestamp, Timestamp);
        yield return CelOverload.Declared($"{id}_duration", Bool, Duration, Duration);
    }
}
