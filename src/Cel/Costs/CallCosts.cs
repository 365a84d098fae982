using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Costs;

/// <summary>
/// Cost rules that several functions share. Sizes are those of the arguments as evaluated; of an error 1. Functions that every CEL has count what an
/// optional holds, libraries an optional as 1.
/// </summary>
internal static class CallCosts
{
    /// <summary>Always 1.</summary>
    public static readonly CallCost One = static (_, _) => 1;

    /// <summary>Reading the first argument.</summary>
    public static readonly CallCost FirstTraversed = static (a, _) => CostFactors.Traversal(ValueSize.Of(a[0]));

    /// <summary>Reading the first argument, for a function that every CEL has.</summary>
    public static readonly CallCost FirstContentTraversed = static (a, _) => CostFactors.Traversal(ValueSize.OfContent(a[0]));

    /// <summary>Reading the first argument and writing as much.</summary>
    public static readonly CallCost FirstRewritten = static (a, _) => CostFactors.Rewriting(ValueSize.Of(a[0]));

    /// <summary>Writing the result.</summary>
    public static readonly CallCost ResultRewritten = static (_, result) => CostFactors.Rewriting(ValueSize.Of(result));

    /// <summary>Reading both arguments into a new value.</summary>
    public static readonly CallCost BothTraversed = static (a, _) => CostFactors.Traversal(ValueSize.OfContent(a[0]) + ValueSize.OfContent(a[1]));

    /// <summary>Comparing up to the end of the shorter one.</summary>
    public static readonly CallCost ShorterTraversed = static (a, _) => CostFactors.Traversal(Math.Min(ValueSize.OfContent(a[0]), ValueSize.OfContent(a[1])));

    /// <summary>Looking for the second in the first.</summary>
    public static readonly CallCost Search = static (a, _) => CostFactors.Traversal(ValueSize.OfContent(a[0])) * CostFactors.Traversal(ValueSize.OfContent(a[1]));

    /// <summary>Matching the first with the pattern in the second.</summary>
    public static readonly CallCost Match = static (a, _) => CostFactors.Matching(ValueSize.Of(a[0]), ValueSize.Of(a[1]));

    /// <summary>The same for a function that every CEL has.</summary>
    public static readonly CallCost ContentMatch = static (a, _) => CostFactors.Matching(ValueSize.OfContent(a[0]), ValueSize.OfContent(a[1]));

    /// <summary>The size of the second argument.</summary>
    public static readonly CallCost SecondSize = static (a, _) => ValueSize.OfContent(a[1]);

    /// <summary>Walking the first argument with everything in it.</summary>
    public static readonly CallCost FirstWalked = static (a, _) => Walk(a[0]);

    /// <summary>Reading the second argument.</summary>
    public static long SecondTraversed(ReadOnlySpan<CelValue> arguments) => CostFactors.Traversal(ValueSize.OfContent(arguments[1]));

    private static long Walk(CelValue value)
    {
        switch (value.Kind)
        {
            case CelKind.String:
                return CostFactors.LeafTraversal(value.Utf8.Length);
            case CelKind.Bytes:
                return CostFactors.LeafTraversal(value.AsBytes.Length);
            case CelKind.List:
                var elements = 0L;
                for (var i = 0; i < value.Count; i++)
                {
                    elements += Walk(value[i]);
                }

                return elements;
            case CelKind.Map:
                var entries = 0L;
                for (var i = 0; i < value.Count; i++)
                {
                    entries += Walk(value.KeyAt(i)) + Walk(value.ValueAt(i));
                }

                return entries;
            default:
                return 1;
        }
    }
}
