using Daytwo.Cel.Costs;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>Kubernetes' lists: isSorted, sum, min, max, indexOf, lastIndexOf; in v1.37 includes.</summary>
internal static class KubernetesListLibrary
{
    private static readonly (string Name, CelType Type)[] Summable = [("int", Int), ("uint", Uint), ("double", CelType.Double), ("duration", Duration)];

    private static readonly (string Name, CelType Type)[] Comparable =
    [
        ("int", Int), ("uint", Uint), ("double", CelType.Double), ("bool", Bool), ("duration", Duration), ("timestamp", Timestamp), ("string", CelType.String), ("bytes", Bytes),
    ];

    private static readonly CelType A = Parameter("A");

    public static CelLibrary Create(CelDialect dialect) => new()
    {
        Functions =
        [
            Walking("isSorted", [.. Comparable.Select(t => CelOverload.Member($"list_{t.Name}_is_sorted_bool", Bool, List(t.Type), IsSorted))]),
            Walking("sum", [.. Summable.Select(t => CelOverload.Member($"list_{t.Name}_sum_{t.Name}", t.Type, List(t.Type), list => Sum(list, Zero(t.Type))))]),
            Walking("max", [.. Comparable.Select(t => CelOverload.Member($"list_{t.Name}_max_{t.Name}", t.Type, List(t.Type), list => Extreme(list, "max", -1)))]),
            Walking("min", [.. Comparable.Select(t => CelOverload.Member($"list_{t.Name}_min_{t.Name}", t.Type, List(t.Type), list => Extreme(list, "min", 1)))]),
            Walking("indexOf", CelOverload.Member("list_a_index_of_int", Int, List(A), A, IndexOf)),
            Walking("lastIndexOf", CelOverload.Member("list_a_last_index_of_int", Int, List(A), A, LastIndexOf)),
            .. dialect >= CelDialect.Kubernetes137 ? [Walking("includes", CelOverload.Member("list_includes_dyn_dyn", Bool, Dyn, Dyn, Includes))] : Array.Empty<CelFunction>(),
        ],
    };

    private static CelFunction Walking(string name, params CelOverload[] overloads) => new(name, overloads) { Cost = CallCosts.FirstWalked };

    private static CelValue Zero(CelType type) => type.Kind switch
    {
        TypeKind.Int => CelValue.Of(0L),
        TypeKind.Uint => CelValue.Of(0UL),
        TypeKind.Double => CelValue.Of(0d),
        _ => CelValue.OfDuration(0),
    };

    private static CelValue IsSorted(CelValue list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (!CanCompare(list[i]))
            {
                return CelValue.OfError("no such overload");
            }

            if (i > 0 && CelOrder.Compare(list[i - 1], list[i], out _) is 1)
            {
                return CelValue.False;
            }
        }

        return CelValue.True;
    }

    private static CelValue Sum(CelValue list, CelValue sum)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if ((ValueTypes.TraitsOf(list[i]) & Traits.Adder) == 0)
            {
                return CelValue.OfError("no such overload");
            }

            sum = Arithmetic.Add(sum, list[i]);
            if (sum.IsError)
            {
                return sum;
            }
        }

        return sum;
    }

    private static CelValue Extreme(CelValue list, string name, int replaces)
    {
        var best = default(CelValue);
        for (var i = 0; i < list.Count; i++)
        {
            if (!CanCompare(list[i]))
            {
                return CelValue.OfError("no such overload");
            }

            if (best.IsUnset || CelOrder.Compare(best, list[i], out _) == replaces)
            {
                best = list[i];
            }
        }

        return best.IsUnset ? CelValue.OfError($"{name} called on empty list") : best;
    }

    private static bool CanCompare(CelValue value) => (ValueTypes.TraitsOf(value) & Traits.Comparer) != 0;

    private static CelValue IndexOf(CelValue list, CelValue element)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (CelEquality.AreEqual(list[i], element))
            {
                return CelValue.Of((long)i);
            }
        }

        return CelValue.Of(-1L);
    }

    private static CelValue LastIndexOf(CelValue list, CelValue element)
    {
        for (var i = list.Count - 1; i >= 0; i--)
        {
            if (CelEquality.AreEqual(list[i], element))
            {
                return CelValue.Of((long)i);
            }
        }

        return CelValue.Of(-1L);
    }

    private static CelValue Includes(CelValue target, CelValue element) =>
        target.Kind == CelKind.List ? CelValue.Of(IndexOf(target, element).AsInt >= 0) : CelValue.Of(CelEquality.AreEqual(target, element));
}
