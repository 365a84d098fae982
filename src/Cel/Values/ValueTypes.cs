using Daytwo.Cel.Types;

namespace Daytwo.Cel.Values;

/// <summary>The types of values while an expression runs.</summary>
internal static class ValueTypes
{
    public static CelType TypeOf(CelValue value) => value.Kind switch
    {
        CelKind.Null => CelType.Null,
        CelKind.Bool => CelType.Bool,
        CelKind.Int => CelType.Int,
        CelKind.Uint => CelType.Uint,
        CelKind.Double => CelType.Double,
        CelKind.String => CelType.String,
        CelKind.Bytes => CelType.Bytes,
        CelKind.Duration => CelType.Duration,
        CelKind.Timestamp => CelType.Timestamp,
        CelKind.List => CelType.ListOfDyn,
        CelKind.Map => CelType.MapOfDyn,
        CelKind.Type => CelType.Type,
        CelKind.Optional => CelType.AnyOptional,
        CelKind.Opaque => value.Opaque.Type,
        _ => CelType.Error,
    };

    public static Traits TraitsOf(CelValue value) => value.Kind switch
    {
        CelKind.Bool => Traits.Comparer | Traits.Negator,
        CelKind.Bytes => Traits.Adder | Traits.Comparer | Traits.Sizer,
        CelKind.Double => Traits.Adder | Traits.Comparer | Traits.Divider | Traits.Multiplier | Traits.Negator | Traits.Subtractor,
        CelKind.Duration => Traits.Adder | Traits.Comparer | Traits.Negator | Traits.Receiver | Traits.Subtractor,
        CelKind.Int => Traits.Adder | Traits.Comparer | Traits.Divider | Traits.Modder | Traits.Multiplier | Traits.Negator | Traits.Subtractor,
        CelKind.String => Traits.Adder | Traits.Comparer | Traits.Matcher | Traits.Receiver | Traits.Sizer,
        CelKind.Timestamp => Traits.Adder | Traits.Comparer | Traits.Receiver | Traits.Subtractor,
        CelKind.Uint => Traits.Adder | Traits.Comparer | Traits.Divider | Traits.Modder | Traits.Multiplier | Traits.Subtractor,
        CelKind.List => Traits.Adder | Traits.Container | Traits.Indexer | Traits.Iterable | Traits.Sizer,
        CelKind.Map => Traits.Container | Traits.Indexer | Traits.Iterable | Traits.Sizer,
        _ => Traits.None,
    };

    /// <summary>Whether a value may be an argument declared as <paramref name="type"/>: of lists and maps the first element tells.</summary>
    public static bool Accepts(CelType type, CelValue value)
    {
        if (type.Kind is TypeKind.Dyn or TypeKind.Parameter)
        {
            return true;
        }

        if (type.Name != TypeOf(value).Name)
        {
            return false;
        }

        return type.Kind switch
        {
            TypeKind.List => value.Count == 0 || Accepts(type.Parameters[0], value[0]),
            TypeKind.Map => value.Count == 0 || (Accepts(type.Parameters[0], value.KeyAt(0)) && Accepts(type.Parameters[1], value.ValueAt(0))),
            _ => true,
        };
    }
}
