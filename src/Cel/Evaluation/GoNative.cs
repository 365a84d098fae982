using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>
/// A value taken out as what it is in Go and back: types become strings by that, optionals their content, and values of the Kubernetes libraries do not survive. cel-go does so where a
/// selection, or a branch of ?:, begins with an optional (until v1.36), with the arguments of literal patterns, and with the elements of joined lists that leave an expression.
/// </summary>
internal static class GoNative
{
    public static CelValue Of(CelValue value) => value.Kind switch
    {
        CelKind.Type => CelValue.Of(value.AsType.Name),
        CelKind.Optional => value.HasValue ? Of(value.OptionalValue) : CelValue.Null,
        CelKind.Opaque when value.Opaque.GoNativeName is { } name => CelValue.OfError($"unsupported conversion to ref.Val: ({name}){value.Opaque.Text}"),
        _ => value,
    };
}
