using Daytwo.Cel.Parsing;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Libraries;

/// <summary>Loops with two variables, and the function their macros build maps with.</summary>
internal static class TwoVariableLibrary
{
    private static readonly CelType K = CelType.Parameter("K");
    private static readonly CelType V = CelType.Parameter("V");
    private static readonly CelType MapOfKv = CelType.Map(K, V);

    public static CelLibrary Create() => new()
    {
        Macros = TwoVariableMacros.All,
        Functions =
        [
            new(
                TwoVariableMacros.MapInsert,
                CelOverload.Of("@mapInsert_map_key_value", MapOfKv, [MapOfKv, K, V], a => Insert(a[0], a[1], a[2])),
                CelOverload.Of("@mapInsert_map_map", MapOfKv, MapOfKv, MapOfKv, InsertAll)),
        ],
    };

    private static CelValue InsertAll(CelValue map, CelValue added)
    {
        for (var i = 0; i < added.Count && !map.IsError; i++)
        {
            map = Insert(map, added.KeyAt(i), added.ValueAt(i));
        }

        return map;
    }

    private static CelValue Insert(CelValue map, CelValue key, CelValue value)
    {
        if (!map.Find(key).IsUnset)
        {
            return CelValue.OfError($"insert failed: key {key} already exists");
        }

        // Only a loop's accumulator comes here, which nothing else sees.
        var built = (ComputedMap)map.Handle!;
        built.Set(key, value);
        return map;
    }
}
