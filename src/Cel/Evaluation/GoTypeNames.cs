using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>What cel-go calls the Go types of values, where its messages show them.</summary>
internal static class GoTypeNames
{
    /// <summary>Of a value selected from the input, which cel-go then has as Go decodes JSON.</summary>
    public static string OfInput(CelValue value) => value.Handle switch
    {
        ListHandle list => list.GoNativeName ?? Of(value),
        MapHandle map => map.GoNativeName ?? Of(value),
        { Kind: CelKind.Null } => "<nil>",
        _ => Of(value),
    };

    public static string Of(CelValue value) => value.Kind switch
    {
        CelKind.Null => "types.Null",
        CelKind.Bytes => "types.Bytes",
        CelKind.Duration => "types.Duration",
        CelKind.Timestamp => "types.Timestamp",
        CelKind.List => "*types.baseList",
        CelKind.Map => "*types.baseMap",
        CelKind.Type => "*types.Type",
        CelKind.Optional => "*types.Optional",
        CelKind.Opaque => value.Opaque.GoTypeName,
        CelKind.Error => "*types.Err",
        CelKind.Bool => "types.Bool",
        CelKind.Int => "types.Int",
        CelKind.Uint => "types.Uint",
        CelKind.Double => "types.Double",
        _ => "types.String",
    };
}
