using Daytwo.Cel.Parsing;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>Optionals: values that may be absent.</summary>
internal static class OptionalLibrary
{
    private static readonly CelType K = Parameter("K");
    private static readonly CelType V = Parameter("V");
    private static readonly CelType OptionalV = Optional(V);
    private static readonly CelType ListOfV = List(V);
    private static readonly CelType MapOfKv = Map(K, V);

    public static CelLibrary Create() => new()
    {
        Macros = BindingMacros.Optionals,
        TypeNames = [AnyOptional],
        Functions =
        [
            new("optional.of", CelOverload.Of("optional_of", OptionalV, V, OptionalHandle.Of)),
            new("optional.ofNonZeroValue", CelOverload.Of("optional_ofNonZeroValue", OptionalV, V, v => IsZero(v) ? OptionalHandle.None : OptionalHandle.Of(v))),
            new("optional.none", CelOverload.Of("optional_none", OptionalV, [], _ => OptionalHandle.None)),
            new("value", CelOverload.Member("optional_value", V, OptionalV, v => v.HasValue ? v.OptionalValue : CelValue.OfError("optional.none() dereference"))),
            new("hasValue", CelOverload.Member("optional_hasValue", Bool, OptionalV, v => CelValue.Of(v.HasValue))),
            new("or", CelOverload.DeclaredMember("optional_or_optional", OptionalV, OptionalV, OptionalV)),
            new("orValue", CelOverload.DeclaredMember("optional_orValue_value", V, OptionalV, V)),
            new(Operators.OptionalSelect, CelOverload.Declared("select_optional_field", OptionalV, Dyn, CelType.String)),
            new(
                Operators.OptionalIndex,
                CelOverload.Declared("list_optindex_optional_int", OptionalV, ListOfV, Int),
                CelOverload.Declared("optional_list_optindex_optional_int", OptionalV, Optional(ListOfV), Int),
                CelOverload.Declared("map_optindex_optional_value", OptionalV, MapOfKv, K),
                CelOverload.Declared("optional_map_optindex_optional_value", OptionalV, Optional(MapOfKv), K)),
            new(
                Operators.Index,
                CelOverload.Declared("optional_list_index_int", OptionalV, Optional(ListOfV), Int),
                CelOverload.Declared("optional_map_index_value", OptionalV, Optional(MapOfKv), K)),
            new("first", CelOverload.Member("list_first", OptionalV, ListOfV, l => l.Count == 0 ? OptionalHandle.None : OptionalHandle.Of(l[0]))),
            new("last", CelOverload.Member("list_last", OptionalV, ListOfV, l => l.Count == 0 ? OptionalHandle.None : OptionalHandle.Of(l[l.Count - 1]))),
            new("optional.unwrap", CelOverload.Of("optional_unwrap", ListOfV, List(OptionalV), Unwrap)),
            new("unwrapOpt", CelOverload.Member("optional_unwrapOpt", ListOfV, List(OptionalV), Unwrap)),
        ],
    };

    private static bool IsZero(CelValue value) => value.Kind switch
    {
        CelKind.Null => true,
        CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.Duration => value.Bits == 0,
        CelKind.Double => value.AsDouble == 0,
        CelKind.String => value.Utf8.IsEmpty,
        CelKind.Bytes => value.AsBytes.IsEmpty,
        CelKind.List or CelKind.Map => value.Count == 0,
        CelKind.Timestamp => value.AsTimestamp is { Seconds: CelTimestamp.Earliest, Nanoseconds: 0 },
        _ => false,
    };

    private static CelValue Unwrap(CelValue list)
    {
        var items = new List<CelValue>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Kind != CelKind.Optional)
            {
                return CelValue.OfError($"value {list[i]} is not optional");
            }

            if (list[i].HasValue)
            {
                items.Add(list[i].OptionalValue);
            }
        }

        return CelValue.Of([.. items]);
    }
}
