using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>Lists taken as sets.</summary>
internal static class SetLibrary
{
    private static readonly CelType ListOfT = List(Parameter("T"));

    public static CelLibrary Create() => new()
    {
        Functions =
        [
            Test("contains", (a, b) => ContainsAll(a, b), 1),
            Test("equivalent", (a, b) => ContainsAll(a, b) && ContainsAll(b, a), 2),
            Test("intersects", Intersects, 1),
        ],
    };

    private static CelFunction Test(string name, Func<CelValue, CelValue, bool> holds, int factor) => new(
        $"sets.{name}",
        CelOverload.Of($"list_sets_{name}_list", Bool, ListOfT, ListOfT, (a, b) => CelValue.Of(holds(a, b)), (a, _) => 1 + (ValueSize.Of(a[0]) * ValueSize.Of(a[1]) * factor)));

    private static bool ContainsAll(CelValue list, CelValue part)
    {
        for (var i = 0; i < part.Count; i++)
        {
            if (!Contains(list, part[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Intersects(CelValue first, CelValue second)
    {
        for (var i = 0; i < first.Count; i++)
        {
            if (Contains(second, first[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(CelValue list, CelValue element)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (CelEquality.AreEqual(element, list[i]))
            {
                return true;
            }
        }

        return false;
    }
}
