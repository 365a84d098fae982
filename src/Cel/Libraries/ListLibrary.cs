using Daytwo.Cel.Costs;
using Daytwo.Cel.Evaluation;
using Daytwo.Cel.Parsing;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>cel-go's lists, version 3: slice, flatten, sort, sortBy, distinct, reverse, lists.range.</summary>
internal static class ListLibrary
{
    private const long CallAndList = 1 + CostFactors.ListCreation;

    private static readonly CelType[] Comparable = [Int, Uint, CelType.Double, Bool, Duration, Timestamp, CelType.String, Bytes];
    private static readonly CelType T = Parameter("T");
    private static readonly CelType ListOfT = List(T);

    private static readonly CallCost OutputSize = static (_, result) => ValueSize.Of(result) + CallAndList;
    private static readonly ArgumentFault FirstNoList = static a => GoPanics.NotList(a[0]);
    private static readonly CallCost FirstSelfCompared = static (a, _) => SelfComparison(a[0]);
    private static readonly CallCost SecondSelfCompared = static (a, _) => SelfComparison(a[1]);

    public static CelLibrary Create(CelDialect dialect) => new()
    {
        Macros = [BindingMacros.SortBy],
        Functions =
        [
            new("slice", CelOverload.Member("list_slice", ListOfT, [ListOfT, Int, Int], a => Slice(a[0], a[1].AsInt, a[2].AsInt), OutputSize)),
            new(
                "flatten",
                CelOverload.Member("list_flatten", ListOfT, List(ListOfT), list => Flatten(list, dialect), static (a, _) => ValueSize.Of(a[0]) + CallAndList),
                CelOverload.Member("list_flatten_int", ListOfDyn, ListOfDyn, Int, (list, depth) => Flatten(list, depth, dialect), FlattenCost).BreaksDown(static a => a[1].Kind == CelKind.Int ? null : GoPanics.NotInt(a[1])))
            {
                Unguarded = true,
            },
            new("sort", [.. Comparable.Select(t => CelOverload.DeclaredMember($"list_{t.Name}_sort", List(t), [List(t)], FirstSelfCompared).BreaksDown(FirstNoList))]) { Unary = list => ListOrder.Sort(list, list), Trait = Traits.Lister },
            new(BindingMacros.SortByKeys, [.. Comparable.Select(t => CelOverload.DeclaredMember($"list_{t.Name}_sortByAssociatedKeys", ListOfT, [ListOfT, List(t)], SecondSelfCompared).BreaksDown(static a => GoPanics.NotList(a[1])))])
            {
                Binary = ListOrder.Sort,
                Trait = Traits.Lister,
            },
            new("lists.range", CelOverload.Of("lists_range", List(Int), Int, n => Range(n.AsInt, dialect), OutputSize)),
            new("reverse", CelOverload.Member("list_reverse", ListOfT, ListOfT, Reverse, OutputSize)),
            new("distinct", CelOverload.Member("list_distinct", ListOfT, ListOfT, Distinct, FirstSelfCompared).BreaksDown(FirstNoList)),
        ],
    };

    private static long SelfComparison(CelValue list)
    {
        var size = ValueSize.Of(list);
        var factor = size > 0 && list[0].Kind is CelKind.String or CelKind.Bytes ? 2.1 : 2.0;
        return (long)(size * size * factor) + CallAndList;
    }

    private static long FlattenCost(ReadOnlySpan<CelValue> arguments, CelValue result) =>
        (long)(ValueSize.Of(arguments[0]) * (double)arguments[1].AsInt) + CallAndList;

    private static CelValue Slice(CelValue list, long start, long end)
    {
        if (start < 0 || end < 0)
        {
            return CelValue.OfError($"cannot slice({start}, {end}), negative indexes not supported");
        }

        if (start > end)
        {
            return CelValue.OfError($"cannot slice({start}, {end}), start index must be less than or equal to end index");
        }

        if (list.Count < end)
        {
            return CelValue.OfError($"cannot slice({start}, {end}), list is length {list.Count}");
        }

        var items = new CelValue[end - start];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = list[(int)start + i];
        }

        return CelValue.Of(items);
    }

    private static CelValue Flatten(CelValue list, CelDialect dialect) =>
        list.Kind == CelKind.List ? Flatten(list, CelValue.Of(1L), dialect) : CelValue.OfError($"no such overload: {TypeText(list, dialect)}.flatten()");

    private static CelValue Flatten(CelValue list, CelValue depth, CelDialect dialect)
    {
        if (list.Kind != CelKind.List || depth.Kind != CelKind.Int)
        {
            return CelValue.OfError($"no such overload: {TypeText(list, dialect)}.flatten({TypeText(depth, dialect)})");
        }

        if (depth.AsInt < 0)
        {
            return CelValue.OfError("level must be non-negative");
        }

        var items = new List<CelValue>();
        Flatten(list, depth.AsInt, items);
        return CelValue.Of([.. items]);
    }

    private static string TypeText(CelValue value, CelDialect dialect) =>
        ValueTypes.TypeOf(value) is var type && value.Kind is CelKind.List or CelKind.Map ? type.ToString()
        : type.Name + (value.Kind == CelKind.Optional && dialect >= CelDialect.Kubernetes137 ? "(dyn)" : "");

    private static void Flatten(CelValue list, long depth, List<CelValue> items)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Kind == CelKind.List && depth > 0)
            {
                Flatten(list[i], depth - 1, items);
            }
            else
            {
                items.Add(list[i]);
            }
        }
    }

    private static CelValue Range(long count, CelDialect dialect)
    {
        if (count < 0 && dialect >= CelDialect.Kubernetes137)
        {
            return CelValue.OfError($"lists.range: size must be non-negative, got {count}");
        }

        return new CelValue(RangeList.Instance, Math.Clamp(count, 0, int.MaxValue));
    }

    private static CelValue Reverse(CelValue list)
    {
        var items = new CelValue[list.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = list[items.Length - 1 - i];
        }

        return CelValue.Of(items);
    }

    private static CelValue Distinct(CelValue list)
    {
        var items = new List<CelValue>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            var element = list[i];
            if (!items.Exists(known => CelEquality.AreEqual(element, known)))
            {
                items.Add(element);
            }
        }

        return CelValue.Of([.. items]);
    }
}
