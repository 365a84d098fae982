using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>What cel-go calls the Go types of values, where its messages show them.</summary>
internal static class GoTypeNames
{
    public static string Of(CelValue value) => value.Kind switch
    {
        CelKind.Null => "types.Null",
        CelKind.Bytes => "types.Bytes",
        CelKind.Duration => "types.Duration",
        CelKind.Timestamp => "types.Timestamp",
        CelKind.List => ((ListHandle)value.Handle!).GoTypeName,
        CelKind.Map => ((MapHandle)value.Handle!).GoTypeName,
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
